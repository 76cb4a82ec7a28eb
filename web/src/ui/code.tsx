/** What is copied and not read: its letters can be told apart, and it runs from left to right. */
export function Code({ children }: { children: string }) {
  return (
    <bdi dir="ltr" style={{ fontFamily: 'var(--fontFamilyCode)' }}>
      {children}
    </bdi>
  )
}
