/** What is read out letter by letter: the same in every language, and from left to right. */
export function Code({ children }: { children: string }) {
  return (
    <bdi dir="ltr" style={{ fontFamily: 'var(--fontFamilyCode)' }}>
      {children}
    </bdi>
  )
}
