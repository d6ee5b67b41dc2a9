INSERT INTO calendar_key (account_id, token_hash, token_sealed, since)
SELECT a.id,
--[sqlite]
x'01', x'02',
--[end]
--[postgres]
'\x01', '\x02',
--[end]
'2026-11-25T00:00:00+00:00' FROM account a WHERE a.login = 'seed.akun';
