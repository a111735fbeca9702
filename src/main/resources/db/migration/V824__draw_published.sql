-- From when on the bodies that took part may see a draw.
alter table lifemeeting_draw add column published_at timestamp with time zone;
