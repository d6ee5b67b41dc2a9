INSERT INTO accompaniment (batch_id, person_id, foundation_id, since, day, account_id, account_name)
SELECT c.batch_id, c.person_id, p.issuer_id, c.day, c.day, a.id, a.name FROM completion c
    JOIN batch b ON b.id = c.batch_id JOIN programme p ON p.id = b.programme_id
    JOIN account a ON a.id = (SELECT x.id FROM account x ORDER BY x.id LIMIT 1) WHERE c.complete = TRUE;
