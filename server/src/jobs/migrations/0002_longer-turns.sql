-- A turn was one long; now it is 60, so that people of more weight can have shorter ones. Order stays as it is.
UPDATE "jobs" SET "turn" = "turn" * 60 WHERE "state" = 'pending';--> statement-breakpoint
UPDATE "job_turns" SET "virtual_time" = "virtual_time" * 60;
