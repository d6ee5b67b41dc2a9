--[sqlite]
INSERT INTO candidate_application (batch_id, person_id, purpose, day, account_id, account_name)
SELECT r.batch_id, r.person_id, 'certification', '2026-11-20', a.id, a.name
FROM (SELECT batch_id, person_id FROM unit_result LIMIT 1) r, (SELECT id, name FROM account ORDER BY login LIMIT 1) a;
INSERT INTO application_paper (batch_id, person_id, paper, day, account_id)
SELECT batch_id, person_id, 'photo', day, account_id FROM candidate_application;
INSERT INTO self_assessment (batch_id, person_id, unit_id, turn, verdict, day, account_id)
SELECT c.batch_id, c.person_id, r.unit_id, 1, 'K', c.day, c.account_id
FROM candidate_application c, (SELECT unit_id FROM unit_result LIMIT 1) r;
INSERT INTO assessment_agreement (batch_id, person_id, day, by_observation, by_question, by_product, by_portfolio, by_third_party, account_id, account_name)
SELECT batch_id, person_id, day, TRUE, TRUE, FALSE, FALSE, FALSE, account_id, account_name FROM candidate_application;
--[end]
--[postgres]
INSERT INTO candidate_application (batch_id, person_id, purpose, day, account_id, account_name)
SELECT r.batch_id, r.person_id, 'certification', CAST('2026-11-20' AS DATE), a.id, a.name
FROM (SELECT batch_id, person_id FROM unit_result LIMIT 1) r, (SELECT id, name FROM account ORDER BY login LIMIT 1) a;
INSERT INTO application_paper (batch_id, person_id, paper, day, account_id)
SELECT batch_id, person_id, 'photo', day, account_id FROM candidate_application;
INSERT INTO self_assessment (batch_id, person_id, unit_id, turn, verdict, day, account_id)
SELECT c.batch_id, c.person_id, r.unit_id, 1, 'K', c.day, c.account_id
FROM candidate_application c, (SELECT unit_id FROM unit_result LIMIT 1) r;
INSERT INTO assessment_agreement (batch_id, person_id, day, by_observation, by_question, by_product, by_portfolio, by_third_party, account_id, account_name)
SELECT batch_id, person_id, day, TRUE, TRUE, FALSE, FALSE, FALSE, account_id, account_name FROM candidate_application;
--[end]
