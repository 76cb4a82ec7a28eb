/** An address, which goes on in a new line after its sign where there is no room for it. */
export function MailAddress({ address }: { address: string }) {
  const sign = address.lastIndexOf('@') + 1
  return (
    <bdi>
      {address.slice(0, sign)}
      <wbr />
      {address.slice(sign)}
    </bdi>
  )
}
