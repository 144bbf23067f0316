INSERT INTO "photo_consents" ("id", "user_id", "version", "given_at", "via", "withdrawn_at")
SELECT "id", "user_id", "version", "given_at", "via", "withdrawn_at" FROM "avatar_consents"
ON CONFLICT DO NOTHING;--> statement-breakpoint
DROP TABLE "avatar_consents" CASCADE;