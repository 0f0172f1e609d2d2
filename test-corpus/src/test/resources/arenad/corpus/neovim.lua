-- What NeovimTest has Neovim do, after the set-up of docs/editors.md was read in: edits a file with a lifetime error and mends it,
-- asks what is under the cursor, follows a name, and writes what it saw, as JSON, to the file that ARENAD_SEEN names.

local PATIENCE = 60 * 1000
local seen = {}

-- What the editor shows of a buffer: a line counted from 0 and a message with its code each.
local function diagnostics()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    local code = each.code or each.user_data.lsp.code
    table.insert(found, { line = each.lnum, message = each.source .. ' [' .. code .. ']: ' .. each.message })
  end
  return found
end

local function await(what, condition)
  if not vim.wait(PATIENCE, condition, 20) then
    error('waited in vain for ' .. what)
  end
end

local function put(line, from, to)
  local old = vim.api.nvim_buf_get_lines(0, line, line + 1, true)[1]
  local first, last = old:find(from, 1, true)
  vim.api.nvim_buf_set_text(0, line, first - 1, line, last, { to })
end

local function cursor(line, text)
  local column = vim.api.nvim_buf_get_lines(0, line, line + 1, true)[1]:find(text, 1, true)
  vim.api.nvim_win_set_cursor(0, { line + 1, column - 1 })
end

-- The text of the window that floats over the others, or nil.
local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      local buffer = vim.api.nvim_win_get_buf(window)
      return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
    end
  end
end

local function story()
  vim.cmd('edit src/main.arena')
  seen.filetype = vim.bo.filetype
  -- The saved text has an error, so that its coming tells that the server has answered.
  await('the diagnostics of the file as it is saved', function() return #diagnostics() == 1 end)
  seen.opened = diagnostics()
  put(9, 'f"n{1}"', '"fine"')
  await('the end of the error that was saved', function() return #diagnostics() == 0 end)
  put(10, '"named"', 'f"n{2}"')
  await('the error that was typed', function() return #diagnostics() == 1 end)
  seen.typed = diagnostics()
  put(10, 'f"n{2}"', '"named"')
  await('the end of the error that was typed', function() return #diagnostics() == 0 end)

  cursor(10, 'example')
  vim.lsp.buf.hover()
  await('the hover', function() return floating() ~= nil end)
  seen.hover = floating()

  vim.cmd('only')
  local answers = vim.lsp.buf_request_sync(
    0, 'textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() }, PATIENCE)
  seen.symbols = {}
  for _, answer in pairs(answers) do
    for _, symbol in ipairs(answer.result) do
      table.insert(seen.symbols, symbol.name)
    end
  end

  cursor(3, 'Foo')
  vim.bo.modified = false
  vim.lsp.buf.definition()
  await('the other file', function() return vim.fn.expand('%:t') == 'model.arena' end)
  seen.definition = vim.fn.expand('%:t') .. ':' .. vim.api.nvim_win_get_cursor(0)[1]
end

local fine, problem = xpcall(story, debug.traceback)
seen.problem = not fine and problem or nil
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.ARENAD_SEEN)
vim.cmd('qall!')
