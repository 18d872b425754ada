package no.brevdue.client;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a clinic's developers write on top of the client they have generated from docs/api/mailbox.openapi.yaml. */
public final class Clinic {

    private Clinic() {}

    /** Sends a letter and follows the feed until it is published; answers the steps that the feed told. */
    public static List<String> sendAndFollow(String url, String token, String number) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(url);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        SenderApi sender = new SenderApi(client);

        SendMessage letter = new SendMessage()
                .reference("EPJ-" + UUID.randomUUID())
                .recipient(new Recipient().nationalIdentityNumber(number))
                .purpose(Purpose.TREATMENT)
                .language("nb")
                .title("Innkalling til kontroll")
                .body("Du har time mandag 14. desember klokken 10.");
        MessageStatus sent = sender.sendLetter(UUID.randomUUID().toString(), letter);

        List<String> steps = new ArrayList<>();
        String after = null;
        while (!steps.contains("delivery-published")) {
            FeedPage page = sender.followLetters(after, 100, 10);
            for (FeedEntry event : page.getEvents()) {
                if (event.getMessageId().equals(sent.getMessageId())) {
                    steps.add(event.getType());
                }
            }
            after = page.getNext();
        }
        return steps;
    }
}
