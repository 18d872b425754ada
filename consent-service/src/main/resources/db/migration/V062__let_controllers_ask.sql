-- A controller sees what was said to it, and to nobody else.
create policy said_to_caller on consent for select to consent_request
    using (controller = (select caller_organization()));
