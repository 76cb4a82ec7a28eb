import type { Objection } from '@foyer/contracts/exit-request'
import type { MessageDescriptor } from '@lingui/core'

interface Words {
  readonly title: MessageDescriptor
  readonly lead: MessageDescriptor
  /** What the button does, where there is something to stop. */
  readonly stop?: MessageDescriptor
}

/** What a mail is about, and what the button on this page would do. */
export function tellObjection({ organization, stops }: Objection): Words {
  const values = { name: organization.name }
  switch (stops) {
    case 'code':
      return {
        title,
        lead: /*i18n*/ {
          id: 'not-me.code',
          message:
            'Somebody had a code sent to your address, with which a guest of {name} can ask for their access to end.',
          values,
        },
        stop: /*i18n*/ {
          id: 'not-me.code.stop',
          message:
            'Was it you, then there is nothing to do here. Was it not, say so: the code ends, and nobody can ask with it.',
        },
      }
    case 'request':
      return {
        title,
        lead: /*i18n*/ {
          id: 'not-me.request',
          message:
            'Somebody asked {name} to end the access of your account, with a code that was sent to an address of it.',
          values,
        },
        stop: /*i18n*/ {
          id: 'not-me.request.stop',
          message:
            'Was it you, then there is nothing to do here. Was it not, say so: the request stops, the account stays, and if it is blocked already, the block is lifted.',
        },
      }
    case 'nothing':
      return {
        title: /*i18n*/ { id: 'not-me.nothing.title', message: 'Nothing is left to stop here' },
        lead: /*i18n*/ {
          id: 'not-me.nothing',
          message:
            'What the mail from {name} was about has been stopped, or has ended by itself. If your account is missing there and you want it back, ask {name}.',
          values,
        },
      }
  }
}

/** What became of it. */
export function tellStopped({ organization }: Objection, stopped: Objection['stops']): Words {
  const values = { name: organization.name }
  return stopped === 'code'
    ? {
        title: /*i18n*/ { id: 'not-me.code.done.title', message: 'The code has ended' },
        lead: /*i18n*/ {
          id: 'not-me.code.done',
          message: 'Nobody can ask {name} for anything with it. Your access stays as it was.',
          values,
        },
      }
    : {
        title: /*i18n*/ { id: 'not-me.request.done.title', message: 'The request is stopped' },
        lead: /*i18n*/ {
          id: 'not-me.request.done',
          message:
            'Your access at {name} does not end by it. A mail says so to every address of the account.',
          values,
        },
      }
}

const title = /*i18n*/ { id: 'not-me.title', message: 'Was it not you?' }
