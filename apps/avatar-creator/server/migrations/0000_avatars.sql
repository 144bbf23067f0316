CREATE TABLE "avatar_uses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"avatar_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"app_id" text NOT NULL,
	"subject_id" text NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "avatar_uses_once" UNIQUE("avatar_id","app_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "avatars" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"image_url" text NOT NULL,
	"thumbnail_url" text NOT NULL,
	"width_px" integer NOT NULL,
	"height_px" integer NOT NULL,
	"source_type" text NOT NULL,
	"generation_prompt" text,
	"enhanced_prompt" text,
	"gender" text,
	"age_range" text,
	"style" text,
	"ethnicity" text,
	"body_type" text NOT NULL,
	"seed" bigint,
	"engine" text,
	"credit_used" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "avatars_source_type" CHECK ("avatars"."source_type" IN ('generated', 'uploaded'))
);
--> statement-breakpoint
CREATE TABLE "avatar_makings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"user_id" text NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prompt" text NOT NULL,
	"enhanced_prompt" text NOT NULL,
	"attributes" jsonb NOT NULL,
	"seed" bigint NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"error_code" text,
	"error_message" text,
	"price" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "avatar_makings_status" CHECK ("avatar_makings"."status" IN ('pending', 'processing', 'completed', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "avatar_previews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"project_id" uuid,
	"prompt" text NOT NULL,
	"enhanced_prompt" text NOT NULL,
	"attributes" jsonb NOT NULL,
	"seed" bigint NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"error_code" text,
	"error_message" text,
	"retry_after_seconds" integer,
	"image_url" text,
	"thumbnail_url" text,
	"width_px" integer,
	"height_px" integer,
	"engine" text,
	"note" jsonb,
	"unread_words" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"avatar_id" uuid,
	"discarded_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "avatar_previews_status" CHECK ("avatar_previews"."status" IN ('pending', 'processing', 'completed', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "avatar_projects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "avatar_uses" ADD CONSTRAINT "avatar_uses_avatar_id_avatars_id_fk" FOREIGN KEY ("avatar_id") REFERENCES "public"."avatars"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "avatars" ADD CONSTRAINT "avatars_project_id_avatar_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."avatar_projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "avatar_makings" ADD CONSTRAINT "avatar_makings_project_id_avatar_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."avatar_projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "avatar_previews" ADD CONSTRAINT "avatar_previews_project_id_avatar_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."avatar_projects"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "avatar_uses_avatar_idx" ON "avatar_uses" USING btree ("avatar_id","used_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "avatar_uses_user_idx" ON "avatar_uses" USING btree ("user_id","app_id","subject_id");--> statement-breakpoint
CREATE INDEX "avatars_project_idx" ON "avatars" USING btree ("project_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "avatars_user_idx" ON "avatars" USING btree ("user_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "avatar_makings_request_idx" ON "avatar_makings" USING btree ("request_id","position");--> statement-breakpoint
CREATE INDEX "avatar_makings_user_idx" ON "avatar_makings" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "avatar_makings_project_idx" ON "avatar_makings" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "avatar_previews_user_idx" ON "avatar_previews" USING btree ("user_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "avatar_previews_project_idx" ON "avatar_previews" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "avatar_previews_expires_idx" ON "avatar_previews" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "avatar_projects_user_idx" ON "avatar_projects" USING btree ("user_id","updated_at" DESC NULLS LAST);