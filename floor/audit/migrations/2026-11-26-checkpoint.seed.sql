INSERT INTO audit_checkpoint (size, note, at) VALUES
--[sqlite]
(1, 'seed', '2026-11-26T00:00:00+00:00');
--[end]
--[postgres]
(1, 'seed', '2026-11-26T00:00:00+00:00');
--[end]
