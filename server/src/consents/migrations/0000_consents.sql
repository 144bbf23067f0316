CREATE TABLE "photo_consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"version" integer NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"via" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "photo_consents" ADD CONSTRAINT "photo_consents_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "photo_consents_open" ON "photo_consents" USING btree ("user_id") WHERE "photo_consents"."withdrawn_at" IS NULL;--> statement-breakpoint
CREATE INDEX "photo_consents_user_id_idx" ON "photo_consents" USING btree ("user_id","given_at");