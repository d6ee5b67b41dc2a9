INSERT INTO job (id, kind, unique_key, account_id, lang, state, attempts, cancel_asked, enqueued_at, ended_at,
    done, total, sentence_id, sentence_en, location, said_id, said_en) VALUES
--[sqlite]
(x'0193d0b400007000800000000000f001', 'seed', 'seed', x'0193d0b400007000800000000000a003',
--[end]
--[postgres]
('0193d0b4-0000-7000-8000-00000000f001', 'seed', 'seed', '0193d0b4-0000-7000-8000-00000000a003',
--[end]
    'id', 'done', 1, FALSE, '2026-11-25T00:00:00+00:00', '2026-11-25T00:01:00+00:00',
    3, 3, 'Selesai.', 'Done.', '/', 'Selesai.', 'Done.');
