-- The children behind a figure of coverage are listed from the longest open, page after page.
create index projet_ouvert_depuis on projet (depuis, id) where etat not in ('CLOS', 'ANNULE');
