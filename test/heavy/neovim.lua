-- A client that is not ours: Neovim's own drives the built language server. Prints one plain line a check, and ends with their count.
-- Called by neovim.sh, which makes the folder and gives the paths in the environment.
local program, folder = os.getenv('STUDYSPEC_PROGRAM'), os.getenv('STUDYSPEC_FOLDER')
local passed, failed = 0, 0
local function check(name, fine, found)
  if fine then passed = passed + 1 else failed = failed + 1 end
  io.stdout:write(string.format('%s %s%s\n', fine and 'ok  ' or 'FAIL', name, fine and '' or ': ' .. vim.inspect(found)))
end
local function wait(test) return vim.wait(60000, test, 20) end

local numbers = {}
vim.lsp.handlers['studyspec/numbers'] = function(_, result) numbers = result end
vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/study.study'))
local buffer = vim.api.nvim_get_current_buf()
vim.bo[buffer].filetype = 'studyspec'
local client = vim.lsp.start_client({ name = 'studyspec', cmd = { 'node', program, 'lsp', '--stdio' }, root_dir = folder, init_options = { trusted = true } })
check('the server starts', client ~= nil, client)
vim.lsp.buf_attach_client(buffer, client)
check('numbers come', wait(function() return numbers.state == 'ready' end), numbers)
check('no problem of severity error in a whole study', #vim.diagnostic.get(buffer, { severity = vim.diagnostic.severity.ERROR }) == 0, vim.diagnostic.get(buffer))

local function find(pattern)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local from = line:find(pattern, 1, true)
    if from then return number - 1, from - 1, line end
  end
end
local function position(pattern, shift)
  local row, column, line = find(pattern)
  return { line = row, character = vim.str_utfindex(line, column) and select(2, vim.str_utfindex(line, column)) + (shift or 0) }
end
local uri = vim.uri_from_bufnr(buffer)
local function request(method, params)
  local answers, reason = vim.lsp.buf_request_sync(buffer, method, params, 60000)
  local answer = answers and answers[client] or { error = reason }
  return answer.result, answer.error
end
local document = { uri = uri }

local hover = request('textDocument/hover', { textDocument = document, position = position('归属感 "Feels') })
check('hover shows the question', hover ~= nil and hover.contents.value:find('Feels at home', 1, true) ~= nil, hover)

local list = request('textDocument/completion', { textDocument = document, position = position('marked by 归属感', 10) })
local labels = vim.tbl_map(function(item) return item.label end, (list or {}).items or {})
check('completion offers the items', vim.tbl_contains(labels, 'stays') and vim.tbl_contains(labels, '归属感'), labels)

local hints = request('textDocument/inlayHint', { textDocument = document, range = { start = { line = 0, character = 0 }, ['end'] = { line = 99, character = 0 } } }) or {}
local texts = table.concat(vim.tbl_map(function(hint) return hint.label end, hints), ' ')
check('inlay hints hold numbers', texts:find('%d%.%d%d') ~= nil, texts)

local symbols = request('textDocument/documentSymbol', { textDocument = document }) or {}
check('the outline has the declarations', #symbols > 5, #symbols)

-- A wrong column, typed with Neovim's own incremental changes.
local row, _, line = find('"Would stay"')
vim.api.nvim_buf_set_text(buffer, row, #line, row, #line, { ' from staays' })
local function squiggle(word)
  for _, one in ipairs(vim.diagnostic.get(buffer)) do if one.message:find(word, 1, true) then return one end end
end
check('a wrong column is reported, with the nearest', wait(function() return squiggle('staays') ~= nil and squiggle('stays') ~= nil end), vim.diagnostic.get(buffer))
vim.api.nvim_buf_set_text(buffer, row, #line, row, #line + #' from staays', { '' })
check('and the report goes with it', wait(function() return squiggle('staays') == nil end), vim.diagnostic.get(buffer))

-- Rename by Neovim's own command, applied by Neovim to this buffer and to a file that is not open.
local at = position('talks "Talks')
vim.api.nvim_win_set_cursor(0, { at.line + 1, at.character })
vim.lsp.buf.rename('邻里')
check('rename changes every use here', wait(function() return find('indicator 邻里') ~= nil and find('indicator talks') == nil end), vim.api.nvim_buf_get_lines(buffer, 0, -1, false))
local other = vim.uri_to_bufnr(vim.uri_from_fname(folder .. '/elsewhere.study'))
vim.fn.bufload(other)
local function elsewhere() return table.concat(vim.api.nvim_buf_get_lines(other, 0, -1, false), '\n'):find('邻里', 1, true) ~= nil end
check('and in the study that replicates it', wait(elsewhere), vim.api.nvim_buf_get_lines(other, 0, -1, false))

-- Formatting by Neovim's own command.
local last = vim.api.nvim_buf_line_count(buffer)
vim.api.nvim_buf_set_lines(buffer, last, last, false, { 'block   pair of stays,helps' })
if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 60000 }) else vim.lsp.buf.formatting_sync(nil, 60000) end
check('formatting tidies the text', wait(function() return find('block pair of stays, helps') ~= nil end), vim.api.nvim_buf_get_lines(buffer, -3, -1, false))

vim.lsp.stop_client(client)
check('the server ends', wait(function() return vim.lsp.client_is_stopped(client) end))
io.stdout:write(string.format('%d passed, %d failed\n', passed, failed))
vim.cmd(failed == 0 and 'qall!' or 'cquit! 1')
