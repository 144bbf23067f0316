CREATE UNLOGGED TABLE "request_counts" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
-- Nothing of a person stays behind with their account; the library names the rows, so a foreign key cannot do it.
CREATE FUNCTION limits_forget_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM request_counts WHERE key IN (
		'lumiku-requests-free:' || OLD.id, 'lumiku-requests-pro:' || OLD.id, 'lumiku-requests-enterprise:' || OLD.id
	);
	RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER limits_forget_user AFTER DELETE ON users FOR EACH ROW EXECUTE FUNCTION limits_forget_user();
