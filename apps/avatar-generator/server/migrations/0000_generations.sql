CREATE TABLE "avatar_generation_counts" (
	"user_id" text NOT NULL,
	"status" text NOT NULL,
	"generations" integer DEFAULT 0 NOT NULL,
	"credits" bigint DEFAULT 0 NOT NULL,
	"processing_ms" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "avatar_generation_counts_user_id_status_pk" PRIMARY KEY("user_id","status")
);
--> statement-breakpoint
CREATE TABLE "avatar_generations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"pose_template_id" text NOT NULL,
	"input_image_url" text NOT NULL,
	"output_image_url" text,
	"thumbnail_url" text,
	"quality" text DEFAULT 'sd' NOT NULL,
	"priority" boolean DEFAULT false NOT NULL,
	"style_preset" text DEFAULT 'realistic' NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"error_code" text,
	"error_message" text,
	"credit_used" integer DEFAULT 5 NOT NULL,
	"engine" text NOT NULL,
	"seed" bigint NOT NULL,
	"look_choice" jsonb NOT NULL,
	"look_suggested" jsonb,
	"look" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	CONSTRAINT "avatar_generations_status" CHECK ("avatar_generations"."status" IN ('pending', 'processing', 'completed', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE INDEX "avatar_generations_user_id_created_at_idx" ON "avatar_generations" USING btree ("user_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "avatar_generations_user_id_status_idx" ON "avatar_generations" USING btree ("user_id","status","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "avatar_generations_status_idx" ON "avatar_generations" USING btree ("status");--> statement-breakpoint
CREATE INDEX "avatar_generations_created_at_idx" ON "avatar_generations" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "avatar_generations_input_image_url_idx" ON "avatar_generations" USING btree ("input_image_url");