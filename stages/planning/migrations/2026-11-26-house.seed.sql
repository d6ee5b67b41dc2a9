INSERT INTO house_limit (host_id, watched, spare_days) SELECT id, 3, 2 FROM organisation WHERE code = 'seed-lapas';
INSERT INTO house_season (host_id, name, starts_on, ends_on, weekday, starts, ends)
--[sqlite]
SELECT id, 'Ramadan', '2027-02-08', '2027-03-09', 1, 480, 660 FROM organisation WHERE code = 'seed-lapas';
--[end]
--[postgres]
SELECT id, 'Ramadan', DATE '2027-02-08', DATE '2027-03-09', 1, 480, 660 FROM organisation WHERE code = 'seed-lapas';
--[end]
INSERT INTO house_zone (host_id, name, heads, facility_id)
SELECT f.host_id, 'Bengkel luar', 20, f.id FROM facility f JOIN organisation o ON o.id = f.host_id WHERE o.code = 'seed-lapas';
INSERT INTO house_tool (host_id, name, sets, programme_id)
SELECT p.host_id, 'Topeng las', 2, p.id FROM programme p JOIN organisation o ON o.id = p.host_id WHERE o.code = 'seed-lapas';
INSERT INTO house_set_up (host_id, facility_id, minutes)
SELECT f.host_id, f.id, 15 FROM facility f JOIN organisation o ON o.id = f.host_id WHERE o.code = 'seed-lapas';
INSERT INTO house_way (host_id, from_id, to_id, minutes)
SELECT f.host_id, f.id, g.id, 30 FROM facility f JOIN facility g ON g.host_id = f.host_id AND g.code > f.code
JOIN organisation o ON o.id = f.host_id WHERE o.code = 'seed-lapas';
