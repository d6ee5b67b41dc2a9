INSERT INTO key_compromise (issuer_id, turn, did, since, reason, at, account_id, account_name)
SELECT issuer_id, 1, 'did:key:zSeed', at, 'Latihan.', at, account_id, account_name FROM signing_limit;
INSERT INTO retired_key (did, issuer_id, turn, since, recorded, at, account_id, account_name)
--[sqlite]
SELECT did, issuer_id, 1, since, 1, at, x'0193d0b400007000800000000000a0ff', 'Benih Dua' FROM key_compromise;
--[end]
--[postgres]
SELECT did, issuer_id, 1, since, 1, at, '0193d0b4-0000-7000-8000-00000000a0ff', 'Benih Dua' FROM key_compromise;
--[end]
