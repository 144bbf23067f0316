CREATE TABLE "avatar_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text,
	"quality" text NOT NULL,
	"priority" boolean NOT NULL,
	"style_preset" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "avatar_generations" ALTER COLUMN "input_image_url" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD COLUMN "batch_place" smallint;--> statement-breakpoint
CREATE INDEX "avatar_batches_user_id_created_at_idx" ON "avatar_batches" USING btree ("user_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "avatar_generations" ADD CONSTRAINT "avatar_generations_batch_id_avatar_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "avatar_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "avatar_generations_batch_id_idx" ON "avatar_generations" USING btree ("batch_id","batch_place");--> statement-breakpoint
ALTER TABLE "avatar_batches" ADD CONSTRAINT "avatar_batches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE;
