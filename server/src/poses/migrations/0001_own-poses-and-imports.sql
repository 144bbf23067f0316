CREATE TABLE "pose_collection_poses" (
	"collection_id" uuid NOT NULL,
	"pose_id" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pose_collection_poses_collection_id_pose_id_pk" PRIMARY KEY("collection_id","pose_id")
);
--> statement-breakpoint
CREATE TABLE "pose_collections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pose_favourites" (
	"user_id" text NOT NULL,
	"pose_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pose_favourites_user_id_pose_id_pk" PRIMARY KEY("user_id","pose_id")
);
--> statement-breakpoint
CREATE TABLE "pose_import_files" (
	"digest" text PRIMARY KEY NOT NULL,
	"path" text NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"pose_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pose_pictures" (
	"pose_id" text NOT NULL,
	"variant" text NOT NULL,
	"version" text NOT NULL,
	"webp" "bytea" NOT NULL,
	CONSTRAINT "pose_pictures_pose_id_variant_pk" PRIMARY KEY("pose_id","variant")
);
--> statement-breakpoint
CREATE TABLE "pose_recents" (
	"user_id" text NOT NULL,
	"pose_id" text NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pose_recents_user_id_pose_id_pk" PRIMARY KEY("user_id","pose_id")
);
--> statement-breakpoint
ALTER TABLE "pose_templates" ADD COLUMN "mood" text;--> statement-breakpoint
ALTER TABLE "pose_templates" ADD COLUMN "source" text DEFAULT 'library' NOT NULL;--> statement-breakpoint
ALTER TABLE "pose_templates" ADD COLUMN "owner_id" text;--> statement-breakpoint
ALTER TABLE "pose_templates" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "pose_collection_poses" ADD CONSTRAINT "pose_collection_poses_collection_id_pose_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."pose_collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pose_collection_poses" ADD CONSTRAINT "pose_collection_poses_pose_id_pose_templates_id_fk" FOREIGN KEY ("pose_id") REFERENCES "public"."pose_templates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pose_collections" ADD CONSTRAINT "pose_collections_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pose_favourites" ADD CONSTRAINT "pose_favourites_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pose_favourites" ADD CONSTRAINT "pose_favourites_pose_id_pose_templates_id_fk" FOREIGN KEY ("pose_id") REFERENCES "public"."pose_templates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pose_import_files" ADD CONSTRAINT "pose_import_files_pose_id_pose_templates_id_fk" FOREIGN KEY ("pose_id") REFERENCES "public"."pose_templates"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pose_pictures" ADD CONSTRAINT "pose_pictures_pose_id_pose_templates_id_fk" FOREIGN KEY ("pose_id") REFERENCES "public"."pose_templates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pose_recents" ADD CONSTRAINT "pose_recents_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pose_recents" ADD CONSTRAINT "pose_recents_pose_id_pose_templates_id_fk" FOREIGN KEY ("pose_id") REFERENCES "public"."pose_templates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pose_collections_user_id_idx" ON "pose_collections" USING btree ("user_id","created_at");--> statement-breakpoint
ALTER TABLE "pose_templates" ADD CONSTRAINT "pose_templates_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pose_templates_owner_id_idx" ON "pose_templates" USING btree ("owner_id","created_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "pose_templates" ADD CONSTRAINT "pose_templates_own_has_owner" CHECK (("pose_templates"."source" = 'own') = ("pose_templates"."owner_id" is not null));