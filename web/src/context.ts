import { createContext } from 'react-router'
import type { Call } from './call.ts'
import type { PlaceReader } from './places/place-reader.ts'
import type { Session } from './session/session.ts'

/** What loaders and actions work with. */
export const sessionContext = createContext<Session>()
export const callContext = createContext<Call>()
export const placesContext = createContext<PlaceReader>()
