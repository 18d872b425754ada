-- Test jobs at the printing house are watched, too. Their route has a time and nothing under way: mailbox-service follows each.
alter table canary_route drop constraint canary_route_route_check;
alter table canary_route add constraint canary_route_route_check check (route in ('PERSON', 'COPY', 'PAPER'));
