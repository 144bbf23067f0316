CREATE TABLE "pose_library_seeds" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pose_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"names" jsonb NOT NULL,
	"category" text NOT NULL,
	"view" text NOT NULL,
	"framing" text NOT NULL,
	"gender" text NOT NULL,
	"arms" text NOT NULL,
	"support" text NOT NULL,
	"difficulty" text NOT NULL,
	"tags" text[] NOT NULL,
	"yaw" double precision NOT NULL,
	"pitch" double precision NOT NULL,
	"solved" jsonb NOT NULL,
	"keypoints" jsonb NOT NULL,
	"embedding" real[] NOT NULL,
	"version" text NOT NULL,
	"position" integer NOT NULL,
	"is_retired" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX "pose_templates_position_idx" ON "pose_templates" USING btree ("position");