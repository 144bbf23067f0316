CREATE TABLE "avatar_consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"version" integer NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"via" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD COLUMN "kind" text DEFAULT 'picture' NOT NULL;--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD COLUMN "scene" jsonb;--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD COLUMN "pose_turn" jsonb;--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD COLUMN "target_image_url" text;--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD COLUMN "clip" jsonb;--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD COLUMN "based_on_id" uuid;--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD COLUMN "output_media_type" text;--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD COLUMN "output_width_px" integer;--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD COLUMN "output_height_px" integer;--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD COLUMN "output_seconds" real;--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD COLUMN "scores" jsonb;--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD COLUMN "note" jsonb;--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD COLUMN "input_expires_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "avatar_consents_open" ON "avatar_consents" USING btree ("user_id") WHERE "avatar_consents"."withdrawn_at" IS NULL;--> statement-breakpoint
CREATE INDEX "avatar_consents_user_id_idx" ON "avatar_consents" USING btree ("user_id","given_at");--> statement-breakpoint
CREATE INDEX "avatar_generations_input_expires_at_idx" ON "avatar_generations" USING btree ("input_expires_at") WHERE "avatar_generations"."input_expires_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "avatar_generations_target_image_url_idx" ON "avatar_generations" USING btree ("target_image_url");--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD CONSTRAINT "avatar_generations_kind" CHECK ("avatar_generations"."kind" IN ('picture', 'face-swap', 'clip'));--> statement-breakpoint
ALTER TABLE "avatar_consents" ADD CONSTRAINT "avatar_consents_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE;
