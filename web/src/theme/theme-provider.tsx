import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components'
import { useLingui } from '@lingui/react'
import { type ReactNode, useSyncExternalStore } from 'react'
import { darkTheme, lightTheme } from './theme.ts'

const dark = window.matchMedia('(prefers-color-scheme: dark)')
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
// The policy lets only style elements with the page's nonce in.
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } })

/** Fluent's components in the colours that the person's system asks for. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const isDark = useSyncExternalStore(subscribe, () => dark.matches)
  const { i18n } = useLingui()
  const dir = i18n.locale && document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={isDark ? darkTheme : lightTheme} dir={dir}>
        {children}
      </FluentProvider>
    </RendererProvider>
  )
}

function subscribe(changed: () => void): () => void {
  dark.addEventListener('change', changed)
  return () => dark.removeEventListener('change', changed)
}
