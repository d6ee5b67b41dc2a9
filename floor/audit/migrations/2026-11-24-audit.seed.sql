INSERT INTO event (id, leaf, kind, object_kind, object_id, actor_name, at, content) VALUES
--[sqlite]
(x'0193d0b400007000800000000000e001', -1, 'SeedPlanted', 'seed', x'0193d0b400007000800000000000e002', 'seed', '2026-11-24T00:00:00+00:00', '{}');
--[end]
--[postgres]
('0193d0b4-0000-7000-8000-00000000e001', -1, 'SeedPlanted', 'seed', '0193d0b4-0000-7000-8000-00000000e002', 'seed', '2026-11-24T00:00:00+00:00', '{}');
--[end]
