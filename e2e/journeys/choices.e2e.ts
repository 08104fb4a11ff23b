// What the user allows and asks for: switches that hold at once, every answer with its date, and requests that are kept track of.
import { expect, test } from '../fixtures.ts';
import { finishFirstRun } from '../main-job.ts';
import { AccountScreen } from '../pages/account-page.ts';
import { CreateScreen, Navigation } from '../pages/studio-pages.ts';

test('an objection holds at once, with the keyboard alone, and every answer is kept', async ({
  studio,
}) => {
  const { window } = await studio.start();
  await finishFirstRun(window);
  const navigation = new Navigation(window);
  await navigation.open('Account');
  const account = new AccountScreen(window);
  const prompts = account.choice('Send prompts to make clips');
  await expect(account.choice('Train models on my private content')).not.toBeChecked();
  await expect(prompts).toBeChecked();
  await prompts.focus();
  await window.keyboard.press('Space');
  await expect(prompts).not.toBeChecked();
  await expect(account.consents).toContainText('No clip is sent. Clips that wait go on waiting.');

  await navigation.open('Create');
  const create = new CreateScreen(window);
  await create.prompt.fill('A clip that must not be sent');
  await create.generate.click();
  await expect(window.getByText('You do not allow this to be sent')).toBeVisible();

  await navigation.open('Account');
  await prompts.focus();
  await window.keyboard.press('Space');
  await expect(prompts).toBeChecked();
  await account.history.focus();
  await window.keyboard.press('Enter');
  const rows = account.dialog.getByRole('row');
  await expect(rows.nth(1)).toContainText('Send prompts to make clips');
  await expect(rows.nth(1)).toContainText('Agreed');
  await expect(rows.nth(2)).toContainText('Not allowed');
  await expect(rows.nth(3)).toContainText('13 or older');
  await window.keyboard.press('Escape');
  await expect(account.dialog).toHaveCount(0);
});

test('a request about the user’s data is kept as a draft, sent, and answered', async ({
  studio,
}) => {
  const first = await studio.start();
  await finishFirstRun(first.window);
  await new Navigation(first.window).open('Account');
  const account = new AccountScreen(first.window);
  await account.writeRequest.click();
  await expect(account.dialog.getByRole('textbox')).toHaveValue(/^Please send me a copy/);
  await account.dialogButton('Keep as a draft').click();
  await expect(account.requests).toContainText('Draft of');
  await first.quit();

  const second = await studio.start();
  await new Navigation(second.window).open('Account');
  const again = new AccountScreen(second.window);
  const more = again.requests.getByRole('button', { name: /^Actions for “A copy of my data”/ });
  await more.click();
  await second.window.getByRole('menuitem', { name: 'I sent it' }).click();
  await expect(again.requests).toContainText('an answer is due by');
  await more.click();
  await second.window.getByRole('menuitem', { name: 'It was answered…' }).click();
  await again.dialog.getByRole('textbox').fill('A file came by mail.');
  await again.dialogButton('Save').click();
  await expect(again.requests).toContainText('A file came by mail.');
});
