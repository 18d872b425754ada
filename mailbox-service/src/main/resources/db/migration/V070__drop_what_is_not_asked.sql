-- Since caller_own_aliases() decides about the dead, nobody asks for them apart.
drop function caller_reported_dead();
