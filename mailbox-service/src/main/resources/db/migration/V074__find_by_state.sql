-- What a sender looks for by its state alone, such as what came back: a page is one range, however many other letters there are.
create index delivery_of_sender_in_state on delivery (sender, state, accepted_at desc, message_id desc);
