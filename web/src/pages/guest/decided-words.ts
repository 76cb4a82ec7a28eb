import type { GuestDetail } from '@foyer/contracts/guest'
import type { EndReason } from '@foyer/contracts/policy'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { formatCalendarDay } from '../../language/dates.ts'
import type { Decided } from './decide.ts'

/** What holds now, to whoever decided it; undefined where nothing was decided, or the page shows it. */
export function tellDecided(
  i18n: I18n,
  { name, mail }: Pick<GuestDetail, 'name' | 'mail'>,
  { decision, answer }: Decided,
): MessageDescriptor | undefined {
  if (answer && 'failure' in answer) return undefined
  const end =
    answer && 'value' in answer && answer.value && 'end' in answer.value
      ? answer.value.end
      : undefined
  const until = 'until' in decision ? decision.until : undefined
  const values = {
    name,
    until: until ? formatCalendarDay(i18n, until) : '',
    end: end ? formatCalendarDay(i18n, end.on) : '',
  }
  switch (decision.what) {
    case 'attest':
      return end
        ? /*i18n*/ {
            id: 'guest.decided.attested',
            message: 'You have confirmed that {name} is still needed. The access ends on {end}.',
            values,
          }
        : /*i18n*/ {
            id: 'guest.decided.attested-open',
            message: 'You have confirmed that {name} is still needed.',
            values,
          }
    case 'doubt':
      // Asked by somebody else before, and answered: the page shows the answer.
      if (answer && 'value' in answer && answer.value && 'askedBy' in answer.value) {
        if ('state' in answer.value && answer.value.state === 'answered') return undefined
      }
      return mail
        ? /*i18n*/ {
            id: 'guest.decided.doubted',
            message:
              '{name} is asked by mail whether they still need the access. Nothing changes before you decide.',
            values,
          }
        : /*i18n*/ {
            id: 'guest.decided.doubted-untold',
            message:
              '{name} is asked on their page whether they still need the access. No address is known to which to write it.',
            values,
          }
    case 'withdraw-doubt':
      return /*i18n*/ {
        id: 'guest.decided.doubt-withdrawn',
        message: '{name} is not asked any more.',
        values,
      }
    case 'refuse':
      return /*i18n*/ {
        id: 'guest.decided.refused',
        message: '{name} reads that they do not stay longer, and why.',
        values,
      }
    case 'stop':
      return /*i18n*/ {
        id: 'guest.decided.stopped',
        message: 'The access of {name} does not end by that any more.',
        values,
      }
    case 'end':
      return answer &&
        'value' in answer &&
        answer.value &&
        'state' in answer.value &&
        answer.value.state === 'asked'
        ? undefined
        : /*i18n*/ {
            id: 'guest.decided.ending',
            message: 'The access of {name} ends in ten minutes. Until then you can stop it here.',
            values,
          }
    case 'except':
      return end && until && end.on < until
        ? /*i18n*/ {
            id: 'guest.decided.excepted-until-end',
            message:
              'Until {until} no rule ends the access of {name} earlier. Its last day holds all the same: {end}.',
            values,
          }
        : /*i18n*/ {
            id: 'guest.decided.excepted',
            message: 'Until {until} no rule ends the access of {name}.',
            values,
          }
    case 'end-exception':
      return end
        ? /*i18n*/ {
            id: 'guest.decided.exception-ended',
            message: 'The rules hold for {name} again. The access ends on {end}.',
            values,
          }
        : /*i18n*/ {
            id: 'guest.decided.exception-ended-open',
            message: 'The rules hold for {name} again.',
            values,
          }
    case 'declare':
      return /*i18n*/ {
        id: 'guest.decided.declared',
        message: 'Who decides when the access of {name} ends is written down.',
        values,
      }
    case 'hand-over':
      return /*i18n*/ {
        id: 'guest.decided.handed-over',
        message:
          'Your colleague is asked by a mail. Until they accept, nothing changes for {name}.',
        values,
      }
    case 'disown':
      return /*i18n*/ {
        id: 'guest.decided.disowned',
        message:
          'A colleague is looked for who vouches for {name}. Until somebody accepts, you do.',
        values,
      }
    case 'follow':
      return decision.groupIds.length === 0
        ? /*i18n*/ {
            id: 'guest.decided.follows-nothing',
            message: 'You said that no group follows {name}.',
            values,
          }
        : /*i18n*/ {
            id: 'guest.decided.follows',
            message: 'You said what follows: {name} is brought into these groups now.',
            values,
          }
    case 'stop-move':
      return /*i18n*/ {
        id: 'guest.decided.move-stopped',
        message: 'The move of {name} to another address is stopped. Everybody concerned is told.',
        values,
      }
    case 'keep':
      return /*i18n*/ {
        id: 'guest.decided.kept',
        message: 'Nobody is asked any more to vouch for {name}. Nothing has changed.',
        values,
      }
    case 'extend':
    case 'grant':
      break
  }
  if (end && until && end.on < until) return tellEarlier(end.because, values)
  return mail
    ? /*i18n*/ {
        id: 'guest.decided.extended',
        message: '{name} may stay until {until}, and gets a mail with your reason.',
        values,
      }
    : /*i18n*/ {
        id: 'guest.decided.extended-untold',
        message: '{name} may stay until {until}. No address is known to which to write it.',
        values,
      }
}

/** They may stay, and the access ends before that day all the same. */
function tellEarlier(
  because: EndReason,
  values: Readonly<Record<'name' | 'until' | 'end', string>>,
): MessageDescriptor {
  switch (because) {
    case 'confirmation-due':
    case 'unused':
      return /*i18n*/ {
        id: 'guest.decided.unless-confirmed',
        message:
          '{name} may stay until {until}. The access ends on {end} all the same, unless somebody confirms before that they are still needed.',
        values,
      }
    case 'never-redeemed':
      return /*i18n*/ {
        id: 'guest.decided.unless-accepted',
        message:
          '{name} may stay until {until}. The access ends on {end} all the same, unless they accept the invitation before.',
        values,
      }
    case 'no-sponsor':
      return /*i18n*/ {
        id: 'guest.decided.unless-vouched',
        message:
          '{name} may stay until {until}. The access ends on {end} all the same, because too few people vouch for them.',
        values,
      }
    case 'decided-elsewhere':
    case 'end-date':
    case 'first-stay':
      return /*i18n*/ {
        id: 'guest.decided.ends-earlier',
        message: '{name} may stay until {until}. The access ends on {end} all the same.',
        values,
      }
  }
}
