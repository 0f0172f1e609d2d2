;;; What EmacsTest has Emacs do, after the set-up of docs/editors.md was read in: opens a file with a lifetime error, mends it,
;;; types another, asks what is under the cursor, follows a name, and writes what it saw, as JSON, to the file that
;;; ARENAD_SEEN names.  -*- lexical-binding: t -*-

(require 'eglot)
(require 'flymake)
(require 'json)
(require 'xref)

(defvar story-seen nil)

(defun story-note (key value) (push (cons key value) story-seen))

(defun story-await (what condition)
  (let ((end (+ (float-time) 60)))
    (while (not (funcall condition))
      (when (> (float-time) end) (error "waited in vain for %s" what))
      (accept-process-output nil 0.05))))

(defun story-diagnostics ()
  (mapcar (lambda (each)
            `((line . ,(1- (line-number-at-pos (flymake-diagnostic-beg each))))
              (message . ,(flymake-diagnostic-text each))))
          (flymake-diagnostics)))

(defun story-await-diagnostics (count)
  (story-await (format "%d diagnostics" count) (lambda () (= count (length (story-diagnostics))))))

(defun story-put (from to)
  (goto-char (point-min))
  (search-forward from)
  (replace-match to t t)
  ;; Emacs does so when it is idle, which it never is without a terminal.
  (eglot--signal-textDocument/didChange))

(defun story-tell ()
  (find-file "src/main.arena")
  (story-note 'mode (symbol-name major-mode))
  (apply #'eglot (eglot--guess-contact))
  (story-await "the server" #'eglot-managed-p)
  (story-await-diagnostics 1)
  (story-note 'opened (vconcat (story-diagnostics)))
  (story-put "f\"n{1}\"" "\"fine\"")
  (story-await-diagnostics 0)
  (story-put "\"named\"" "f\"n{2}\"")
  (story-await-diagnostics 1)
  (story-note 'typed (vconcat (story-diagnostics)))
  (story-put "f\"n{2}\"" "\"named\"")
  (story-await-diagnostics 0)
  (goto-char (point-min))
  (search-forward "print(exam")
  (let ((hover nil))
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq hover text)))
    (story-await "the hover" (lambda () hover))
    (story-note 'hover (substring-no-properties hover)))
  (story-note 'symbols (vconcat (mapcar #'car (cdar (funcall imenu-create-index-function)))))
  (goto-char (point-min))
  (search-forward "obj: &F")
  (let* ((found (car (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot))))
         (place (xref-item-location found)))
    (story-note 'definition (format "%s:%d"
                                    (file-name-nondirectory (xref-location-group place))
                                    (xref-location-line place))))
  (set-buffer-modified-p nil))

(condition-case problem (story-tell) (error (story-note 'problem (format "%S" problem))))
(with-temp-file (getenv "ARENAD_SEEN") (insert (json-encode story-seen)))
(kill-emacs)
