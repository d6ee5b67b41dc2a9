--[sqlite]
INSERT INTO register_key (one, did, sealed_seed) VALUES (1, 'did:key:zSeed', x'00');
--[end]
--[postgres]
INSERT INTO register_key (one, did, sealed_seed) VALUES (1, 'did:key:zSeed', '\x00'::bytea);
--[end]
INSERT INTO status_list (number, drawn) VALUES (1, 1);
INSERT INTO status_place (list_number, place, credential_id) VALUES (1, 94567, 'urn:uuid:seed');
