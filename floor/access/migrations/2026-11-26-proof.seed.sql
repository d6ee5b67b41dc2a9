INSERT INTO second_factor (account_id, sealed_key, begun_at, confirmed_at, last_step) VALUES
--[sqlite]
(x'0193d0b400007000800000000000a003', x'00', '2026-11-26T00:00:00+00:00', '2026-11-26T00:01:00+00:00', 59497000);
INSERT INTO recovery_code (account_id, code_hash, made_at) VALUES
(x'0193d0b400007000800000000000a003', x'01', '2026-11-26T00:01:00+00:00');
INSERT INTO api_token (id, account_id, name, token_hash, made_at, days) VALUES
(x'0193d0b400007000800000000000a004', x'0193d0b400007000800000000000a003', 'Benih', x'02', '2026-11-26T00:02:00+00:00', 90);
INSERT INTO api_token_scope (token_id, scope) VALUES (x'0193d0b400007000800000000000a004', 'read');
--[end]
--[postgres]
('0193d0b4-0000-7000-8000-00000000a003', '\x00', '2026-11-26T00:00:00+00:00', '2026-11-26T00:01:00+00:00', 59497000);
INSERT INTO recovery_code (account_id, code_hash, made_at) VALUES
('0193d0b4-0000-7000-8000-00000000a003', '\x01', '2026-11-26T00:01:00+00:00');
INSERT INTO api_token (id, account_id, name, token_hash, made_at, days) VALUES
('0193d0b4-0000-7000-8000-00000000a004', '0193d0b4-0000-7000-8000-00000000a003', 'Benih', '\x02', '2026-11-26T00:02:00+00:00', 90);
INSERT INTO api_token_scope (token_id, scope) VALUES ('0193d0b4-0000-7000-8000-00000000a004', 'read');
--[end]
