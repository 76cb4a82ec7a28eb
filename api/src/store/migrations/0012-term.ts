import { type Kysely, sql } from 'kysely'

// Until when a guest has access: what only Foyer knows of it, and beside the guest where they stand by
// that, the directory and the policy.
const statements = [
  `CREATE TABLE term (
    organization_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    -- The last day of the access, where somebody has set one.
    end_date date,
    end_set_at timestamptz,
    -- Nobody where the guest's end was set by Foyer itself.
    end_set_by uuid,
    -- When somebody who vouches last said that the guest is needed, and what the guest was in then.
    confirmed_at timestamptz,
    confirmed_by uuid,
    confirmed_groups uuid[],
    -- The last visit to Foyer, to the day.
    visited_at timestamptz,
    -- In which the guest last read Foyer.
    language text,
    -- Until when an exception keeps the policy's rules from the guest, and who owns it.
    except_until date,
    except_by uuid,
    -- Who decides the end, where somebody has said so; else what the directory shows.
    end_owner text CHECK (end_owner IN
      ('foyer', 'home-sync', 'entitlement', 'microsoft-policy', 'on-premises')),
    -- Sealed with the guest's key: the reasons.
    words bytea,
    PRIMARY KEY (organization_id, guest_id)
  )`,
  'ALTER TABLE term ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE term FORCE ROW LEVEL SECURITY',
  `CREATE POLICY own_organization ON term
    USING (organization_id = current_organization())
    WITH CHECK (organization_id = current_organization())`,
  'GRANT SELECT, INSERT, UPDATE, DELETE ON term TO foyer_app',

  // What guests ask: to stay until a day.
  `CREATE TABLE stay_request (
    organization_id uuid NOT NULL,
    stay_request_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'open'
      CHECK (state IN ('open', 'granted', 'refused', 'withdrawn', 'lapsed')),
    wanted date NOT NULL,
    asked_at timestamptz NOT NULL,
    granted date,
    answered_at timestamptz,
    answered_by uuid,
    -- Sealed with the guest's key: the reason, the note, and the name of whoever answered.
    words bytea NOT NULL,
    PRIMARY KEY (organization_id, stay_request_id)
  )`,
  `CREATE UNIQUE INDEX stay_request_open ON stay_request (organization_id, guest_id)
    WHERE state = 'open'`,
  'CREATE INDEX stay_request_by_guest ON stay_request (guest_id, asked_at)',
  'ALTER TABLE stay_request ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE stay_request FORCE ROW LEVEL SECURITY',
  `CREATE POLICY own_organization ON stay_request
    USING (organization_id = current_organization())
    WITH CHECK (organization_id = current_organization())`,
  'GRANT SELECT, INSERT, UPDATE, DELETE ON stay_request TO foyer_app',

  `ALTER TABLE guest
    ADD sponsor_count smallint NOT NULL DEFAULT 0,
    -- Since when fewer vouch than the policy asks for.
    ADD few_sponsors_since timestamptz,
    -- The version of the policy by which what follows was told; NULL once a fact has changed since.
    ADD standing_of integer,
    ADD ends_on date,
    ADD ends_because text,
    ADD next_kind text CHECK (next_kind IN ('remind', 'end')),
    ADD next_on date`,
  `UPDATE guest SET sponsor_count = counted.sponsors
    FROM (SELECT organization_id, guest_id, count(*) AS sponsors FROM guest_sponsor GROUP BY 1, 2)
      AS counted
    WHERE counted.organization_id = guest.organization_id AND counted.guest_id = guest.guest_id`,
  // What is not told yet or not any more, and what is due: few rows of many.
  `CREATE INDEX guest_untold ON guest (organization_id, guest_id)
    WHERE standing_of IS NULL AND removed_at IS NULL`,
  `CREATE INDEX guest_due ON guest (organization_id, next_on)
    WHERE next_on IS NOT NULL AND removed_at IS NULL`,

  // Whoever writes a fact, it is seen: nobody has to remember to say so.
  `CREATE FUNCTION untell_guest() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN NEW.standing_of := NULL; RETURN NEW; END $$`,
  `CREATE TRIGGER guest_fact BEFORE UPDATE ON guest FOR EACH ROW
    WHEN ((OLD.created_at, OLD.is_redeemed, OLD.is_synced, OLD.last_sign_in_at, OLD.sponsor_count,
        OLD.removed_at)
      IS DISTINCT FROM (NEW.created_at, NEW.is_redeemed, NEW.is_synced, NEW.last_sign_in_at,
        NEW.sponsor_count, NEW.removed_at))
    EXECUTE FUNCTION untell_guest()`,
  `CREATE FUNCTION untell_term() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE guest SET standing_of = NULL
        WHERE organization_id = NEW.organization_id AND guest_id = NEW.guest_id
          AND standing_of IS NOT NULL;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER term_fact AFTER INSERT OR UPDATE ON term FOR EACH ROW
    EXECUTE FUNCTION untell_term()`,
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
