-- Virtual time of the line of work a person waits in front of.
INSERT INTO "job_turns" ("rank") VALUES (2);
