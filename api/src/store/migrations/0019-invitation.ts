import { type Kysely, sql } from 'kysely'

// The offer to become a guest. The directory knows nothing of it before somebody accepts.
const statements = [
  `CREATE TABLE invitation (
    organization_id uuid NOT NULL,
    invitation_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepting', 'accepted', 'redeemed',
      'held', 'declined', 'not-theirs', 'withdrawn', 'expired')),
    -- Why the directory did not take it, the last time.
    because text,
    invited_at timestamptz NOT NULL,
    invited_by uuid NOT NULL,
    invited_as text NOT NULL CHECK (invited_as IN ('sponsor', 'operator')),
    request_id text NOT NULL,
    sponsor_id uuid NOT NULL,
    language text NOT NULL,
    ends_on date NOT NULL,
    group_ids uuid[] NOT NULL,
    missed_group_ids uuid[] NOT NULL DEFAULT '{}',
    expected text NOT NULL,
    -- When the offer ends that nobody has answered.
    expires_at timestamptz NOT NULL,
    -- Of the address, so that it is found without its words; NULL once it has ended.
    mail_hash bytea,
    -- How often the mail was ordered, which makes each of them one of its own.
    mailings integer NOT NULL DEFAULT 1,
    mailed_at timestamptz,
    opened_at timestamptz,
    reminded_at timestamptz,
    -- Numbers the presses of Accept, so that none undoes what another has done.
    attempts integer NOT NULL DEFAULT 0,
    -- How often it has led to Microsoft since the last mail.
    redirects integer NOT NULL DEFAULT 0,
    -- What is about to be done, durable before.
    attempted_at timestamptz,
    accepted_at timestamptz,
    redeemed_at timestamptz,
    ended_at timestamptz,
    guest_id uuid,
    -- Sealed with a key of its own: names, addresses, the purpose, the message, the reason of a decline.
    words bytea NOT NULL,
    PRIMARY KEY (organization_id, invitation_id)
  )`,
  `CREATE UNIQUE INDEX invitation_under_way ON invitation (organization_id, mail_hash)
    WHERE state IN ('open', 'accepting', 'accepted')`,
  'CREATE INDEX invitation_by_time ON invitation (organization_id, invited_at, invitation_id)',
  'CREATE INDEX invitation_by_inviter ON invitation (organization_id, invited_by, invited_at)',
  'CREATE INDEX invitation_by_guest ON invitation (guest_id) WHERE guest_id IS NOT NULL',
  // How the guests of a domain sign in.
  `CREATE INDEX guest_by_domain ON guest (lower(split_part(mail, '@', 2)))
    WHERE removed_at IS NULL AND is_redeemed`,
  'ALTER TABLE invitation ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE invitation FORCE ROW LEVEL SECURITY',
  `CREATE POLICY own_organization ON invitation
    USING (organization_id = current_organization())
    WITH CHECK (organization_id = current_organization())`,
  'GRANT SELECT, INSERT, UPDATE, DELETE ON invitation TO foyer_app',
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
