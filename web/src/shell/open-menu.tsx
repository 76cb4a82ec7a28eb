import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import type { HeaderMenuProps } from './header-menu.tsx'

/** A menu of the header that has been opened once; it starts open. */
export function OpenMenu({ icon, caption, introduction, entries }: HeaderMenuProps) {
  const chosen = entries.filter(({ isChosen }) => isChosen).map(({ key }) => key)
  return (
    <Menu
      defaultOpen
      inline
      positioning="below-end"
      checkedValues={{ entry: chosen }}
      onCheckedValueChange={(_, { checkedItems: [key] }) => {
        entries.find((entry) => entry.key === key)?.choose()
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={icon}>
          {caption}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        {introduction ? (
          <>
            {introduction}
            <MenuDivider />
          </>
        ) : null}
        <MenuList>
          {entries.map(({ key, words, lang, isChosen, choose }) =>
            isChosen === undefined ? (
              <MenuItem key={key} onClick={choose}>
                {words}
              </MenuItem>
            ) : (
              <MenuItemRadio key={key} name="entry" value={key} lang={lang}>
                {words}
              </MenuItemRadio>
            ),
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
