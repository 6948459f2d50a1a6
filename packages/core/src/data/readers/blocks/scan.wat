;; Scans the usual records of a block of a CSV file: as many cells as columns, none quoted, each known already. SIMD of 128 bits, no import.
;; scripts/generate.mjs compiles it into scan-bytes.ts; scan-block.ts does the same work in JavaScript, is its test, and does what it leaves.
(module
  (memory (export "memory") 1)
  ;; How many rows there are, after `records`.
  (global $row (export "row") (mut i32) (i32.const 0))

  ;; A slot of the dictionary has 64 bytes: the first 16 bytes of a cell, zeros behind them where it is shorter; what it is of, its column and
  ;; (from 20 bits on) its length where that is more than 16; its code, 0 where the slot is nobody's; from byte 32 on the last 16 bytes of a
  ;; cell that is longer. Where the slot of a cell is, or a free one; `mask` is how many slots less one.
  (func $slot (param $first v128) (param $rest v128) (param $of i32) (param $slots i32) (param $mask i32) (result i32)
    (local $at i32) (local $place i32)
    (local.set $at
      (i32.wrap_i64
        (i64.shr_u
          (i64.mul
            (i64.xor
              (i64.xor
                (i64x2.extract_lane 0 (local.get $first))
                (i64.rotl (i64.mul (i64x2.extract_lane 1 (local.get $first)) (i64.const 0x9e3779b97f4a7c15)) (i64.const 31)))
              (i64.shl (i64.extend_i32_u (local.get $of)) (i64.const 32)))
            (i64.const 0xbf58476d1ce4e5b9))
          (i64.const 40))))
    (loop $next (result i32)
      (local.set $at (i32.and (local.get $at) (local.get $mask)))
      (local.set $place (i32.add (local.get $slots) (i32.shl (local.get $at) (i32.const 6))))
      (if (result i32)
        (i32.or
          (i32.eqz (i32.load offset=20 (local.get $place)))
          (i32.and
            (i32.eq (i32.load offset=16 (local.get $place)) (local.get $of))
            (i32.and
              (i8x16.all_true (i8x16.eq (v128.load (local.get $place)) (local.get $first)))
              (i8x16.all_true (i8x16.eq (v128.load offset=32 (local.get $place)) (local.get $rest))))))
        (then (local.get $place))
        (else
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $next)))))

  ;; The slot of a cell of at most 32 bytes.
  (func $cell (param $at i32) (param $length i32) (param $column i32) (param $slots i32) (param $mask i32) (result i32)
    (if (result i32) (i32.gt_u (local.get $length) (i32.const 16))
      (then
        (call $slot
          (v128.load (local.get $at))
          (v128.load (i32.sub (i32.add (local.get $at) (local.get $length)) (i32.const 16)))
          (i32.or (local.get $column) (i32.shl (local.get $length) (i32.const 20)))
          (local.get $slots) (local.get $mask)))
      (else
        (call $slot
          (v128.and
            (v128.load (local.get $at))
            (i8x16.lt_u (v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15) (i8x16.splat (local.get $length))))
          (v128.const i64x2 0 0) (local.get $column) (local.get $slots) (local.get $mask)))))

  ;; Remembers the code of a cell of at most 32 bytes.
  (func (export "learn") (param $at i32) (param $length i32) (param $column i32) (param $code i32) (param $slots i32) (param $mask i32)
    (local $place i32)
    (local.set $place (call $cell (local.get $at) (local.get $length) (local.get $column) (local.get $slots) (local.get $mask)))
    (if (i32.gt_u (local.get $length) (i32.const 16))
      (then
        (v128.store (local.get $place) (v128.load (local.get $at)))
        (v128.store offset=32 (local.get $place)
          (v128.load (i32.sub (i32.add (local.get $at) (local.get $length)) (i32.const 16))))
        (i32.store offset=16 (local.get $place) (i32.or (local.get $column) (i32.shl (local.get $length) (i32.const 20)))))
      (else
        (v128.store (local.get $place)
          (v128.and
            (v128.load (local.get $at))
            (i8x16.lt_u (v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15) (i8x16.splat (local.get $length)))))
        (i32.store offset=16 (local.get $place) (local.get $column))))
    (i32.store offset=20 (local.get $place) (local.get $code)))

  ;; 0 where all bytes are those of ASCII and none is 0.
  (func (export "odd") (param $at i32) (param $end i32) (result i32)
    (local $odd v128) (local $bytes v128)
    (block $done
      (loop $sixteen
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $bytes (v128.load (local.get $at)))
        (local.set $odd
          (v128.or (local.get $odd) (v128.or (local.get $bytes) (i8x16.eq (local.get $bytes) (v128.const i64x2 0 0)))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $sixteen)))
    (i8x16.bitmask (local.get $odd)))

  ;; Reads records from `at` on, below `limit`, as long as they are the usual ones and there is room for their rows. Codes go to `narrow`,
  ;; `stride` bytes a column. Of each column `short` has the codes of cells of one byte, 256 of them (0: none), and `passed` 1 where nobody
  ;; asks for its cells; of these `short` is 1 for whatever is a cell. Where the first other record begins.
  (func (export "records")
    (param $at i32) (param $limit i32) (param $first i32) (param $stride i32) (param $width i32) (param $delimiter i32)
    (param $short i32) (param $passed i32) (param $slots i32) (param $mask i32) (param $narrow i32)
    (result i32)
    (local $p i32) (local $column i32) (local $last i32) (local $place i32) (local $known i32) (local $rows i32)
    (local $length i32) (local $code i32) (local $answered i32) (local $delimiters v128)
    ;; Of the bytes from `p` on, 64 at first, which are separators and which are ends of lines; refilled where none is left.
    (local $separators i64) (local $ends i64)
    (local $v0 v128) (local $v1 v128) (local $v2 v128) (local $v3 v128)
    (local $c0 i32) (local $c1 i32) (local $c2 i32) (local $c3 i32) (local $c4 i32) (local $c5 i32) (local $c6 i32) (local $c7 i32)
    (local.set $rows (local.get $first))
    (local.set $last (i32.sub (local.get $width) (i32.const 1)))
    (local.set $delimiters (i8x16.splat (local.get $delimiter)))
    (block $other
      (loop $record
        (br_if $other (i32.ge_u (local.get $at) (local.get $limit)))
        (br_if $other (i32.ge_u (local.get $rows) (local.get $stride)))
        (local.set $p (local.get $at))
        (local.set $column (i32.const 0))
        (local.set $answered (i32.const 0))
        (local.set $place (i32.add (local.get $narrow) (local.get $rows)))
        (local.set $known (local.get $short))
        (local.set $separators (i64.const 0))
        (local.set $ends (i64.const 0))
        (block $end
          (loop $cell
            (if (i64.eqz (i64.or (local.get $separators) (local.get $ends)))
              (then
                (local.set $v0 (v128.load (local.get $p)))
                (local.set $v1 (v128.load offset=16 (local.get $p)))
                (local.set $v2 (v128.load offset=32 (local.get $p)))
                (local.set $v3 (v128.load offset=48 (local.get $p)))
                (local.set $separators
                  (i64.or
                    (i64.or
                      (i64.extend_i32_u (i8x16.bitmask (i8x16.eq (local.get $v0) (local.get $delimiters))))
                      (i64.shl (i64.extend_i32_u (i8x16.bitmask (i8x16.eq (local.get $v1) (local.get $delimiters)))) (i64.const 16)))
                    (i64.or
                      (i64.shl (i64.extend_i32_u (i8x16.bitmask (i8x16.eq (local.get $v2) (local.get $delimiters)))) (i64.const 32))
                      (i64.shl (i64.extend_i32_u (i8x16.bitmask (i8x16.eq (local.get $v3) (local.get $delimiters)))) (i64.const 48)))))
                (local.set $ends
                  (i64.or
                    (i64.or
                      (i64.extend_i32_u (i8x16.bitmask
                        (v128.or
                          (i8x16.eq (local.get $v0) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))
                          (i8x16.eq (local.get $v0) (v128.const i8x16 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13)))))
                      (i64.shl (i64.extend_i32_u (i8x16.bitmask
                        (v128.or
                          (i8x16.eq (local.get $v1) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))
                          (i8x16.eq (local.get $v1) (v128.const i8x16 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13))))) (i64.const 16)))
                    (i64.or
                      (i64.shl (i64.extend_i32_u (i8x16.bitmask
                        (v128.or
                          (i8x16.eq (local.get $v2) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))
                          (i8x16.eq (local.get $v2) (v128.const i8x16 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13))))) (i64.const 32))
                      (i64.shl (i64.extend_i32_u (i8x16.bitmask
                        (v128.or
                          (i8x16.eq (local.get $v3) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))
                          (i8x16.eq (local.get $v3) (v128.const i8x16 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13))))) (i64.const 48)))))))
            ;; Eight cells of one byte each, none of them the last.
            (block $single
              (br_if $single (i64.ne (i64.and (local.get $separators) (i64.const 0xffff)) (i64.const 0xaaaa)))
              (br_if $single (i32.gt_u (i32.add (local.get $column) (i32.const 8)) (local.get $last)))
              (local.set $c0 (i32.load8_u (i32.add (local.get $known) (i32.load8_u (local.get $p)))))
              (local.set $c1 (i32.load8_u offset=256 (i32.add (local.get $known) (i32.load8_u offset=2 (local.get $p)))))
              (local.set $c2 (i32.load8_u offset=512 (i32.add (local.get $known) (i32.load8_u offset=4 (local.get $p)))))
              (local.set $c3 (i32.load8_u offset=768 (i32.add (local.get $known) (i32.load8_u offset=6 (local.get $p)))))
              (local.set $c4 (i32.load8_u offset=1024 (i32.add (local.get $known) (i32.load8_u offset=8 (local.get $p)))))
              (local.set $c5 (i32.load8_u offset=1280 (i32.add (local.get $known) (i32.load8_u offset=10 (local.get $p)))))
              (local.set $c6 (i32.load8_u offset=1536 (i32.add (local.get $known) (i32.load8_u offset=12 (local.get $p)))))
              (local.set $c7 (i32.load8_u offset=1792 (i32.add (local.get $known) (i32.load8_u offset=14 (local.get $p)))))
              (br_if $single
                (i32.or
                  (i32.or
                    (i32.or (i32.eqz (local.get $c0)) (i32.eqz (local.get $c1)))
                    (i32.or (i32.eqz (local.get $c2)) (i32.eqz (local.get $c3))))
                  (i32.or
                    (i32.or (i32.eqz (local.get $c4)) (i32.eqz (local.get $c5)))
                    (i32.or (i32.eqz (local.get $c6)) (i32.eqz (local.get $c7))))))
              (i32.store8 (local.get $place) (local.get $c0))
              (i32.store8 (local.tee $place (i32.add (local.get $place) (local.get $stride))) (local.get $c1))
              (i32.store8 (local.tee $place (i32.add (local.get $place) (local.get $stride))) (local.get $c2))
              (i32.store8 (local.tee $place (i32.add (local.get $place) (local.get $stride))) (local.get $c3))
              (i32.store8 (local.tee $place (i32.add (local.get $place) (local.get $stride))) (local.get $c4))
              (i32.store8 (local.tee $place (i32.add (local.get $place) (local.get $stride))) (local.get $c5))
              (i32.store8 (local.tee $place (i32.add (local.get $place) (local.get $stride))) (local.get $c6))
              (i32.store8 (local.tee $place (i32.add (local.get $place) (local.get $stride))) (local.get $c7))
              (local.set $place (i32.add (local.get $place) (local.get $stride)))
              (local.set $answered (i32.const 1))
              (local.set $p (i32.add (local.get $p) (i32.const 16)))
              (local.set $separators (i64.shr_u (local.get $separators) (i64.const 16)))
              (local.set $ends (i64.shr_u (local.get $ends) (i64.const 16)))
              (local.set $known (i32.add (local.get $known) (i32.const 2048)))
              (local.set $column (i32.add (local.get $column) (i32.const 8)))
              (br $cell))
            ;; Four of them.
            (block $single
              (br_if $single (i64.ne (i64.and (local.get $separators) (i64.const 0xff)) (i64.const 0xaa)))
              (br_if $single (i32.gt_u (i32.add (local.get $column) (i32.const 4)) (local.get $last)))
              (local.set $c0 (i32.load8_u (i32.add (local.get $known) (i32.load8_u (local.get $p)))))
              (local.set $c1 (i32.load8_u offset=256 (i32.add (local.get $known) (i32.load8_u offset=2 (local.get $p)))))
              (local.set $c2 (i32.load8_u offset=512 (i32.add (local.get $known) (i32.load8_u offset=4 (local.get $p)))))
              (local.set $c3 (i32.load8_u offset=768 (i32.add (local.get $known) (i32.load8_u offset=6 (local.get $p)))))
              (br_if $single
                (i32.or
                  (i32.or (i32.eqz (local.get $c0)) (i32.eqz (local.get $c1)))
                  (i32.or (i32.eqz (local.get $c2)) (i32.eqz (local.get $c3)))))
              (i32.store8 (local.get $place) (local.get $c0))
              (i32.store8 (local.tee $place (i32.add (local.get $place) (local.get $stride))) (local.get $c1))
              (i32.store8 (local.tee $place (i32.add (local.get $place) (local.get $stride))) (local.get $c2))
              (i32.store8 (local.tee $place (i32.add (local.get $place) (local.get $stride))) (local.get $c3))
              (local.set $place (i32.add (local.get $place) (local.get $stride)))
              (local.set $answered (i32.const 1))
              (local.set $p (i32.add (local.get $p) (i32.const 8)))
              (local.set $separators (i64.shr_u (local.get $separators) (i64.const 8)))
              (local.set $ends (i64.shr_u (local.get $ends) (i64.const 8)))
              (local.set $known (i32.add (local.get $known) (i32.const 1024)))
              (local.set $column (i32.add (local.get $column) (i32.const 4)))
              (br $cell))
            ;; One cell; 64 where it does not end in sight.
            (local.set $length (i32.wrap_i64 (i64.ctz (i64.or (local.get $separators) (local.get $ends)))))
            (local.set $code (i32.const 0))
            (if (i32.eq (local.get $length) (i32.const 1))
              (then
                (local.set $code (i32.load8_u (i32.add (local.get $known) (i32.load8_u (local.get $p)))))
                (br_if $other (i32.eqz (local.get $code))))
              (else
                (if (local.get $length)
                  (then
                    (if (i32.load8_u (i32.add (local.get $passed) (local.get $column)))
                      (then
                        (br_if $other (i32.le_u (i32.load8_u (local.get $p)) (i32.const 34)))
                        (local.set $code (i32.const 1)))
                      (else
                        (br_if $other (i32.gt_u (local.get $length) (i32.const 32)))
                        ;; As `slot` finds it: a call costs more than what is done, and most cells stand in their first slot.
                        (local.set $v0
                          (v128.and
                            (v128.load (local.get $p))
                            (i8x16.lt_u (v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15) (i8x16.splat (local.get $length)))))
                        (local.set $c0
                          (i32.wrap_i64
                            (i64.shr_u
                              (i64.mul
                                (i64.xor
                                  (i64.xor
                                    (i64x2.extract_lane 0 (local.get $v0))
                                    (i64.rotl (i64.mul (i64x2.extract_lane 1 (local.get $v0)) (i64.const 0x9e3779b97f4a7c15)) (i64.const 31)))
                                  (i64.shl (i64.extend_i32_u (local.get $column)) (i64.const 32)))
                                (i64.const 0xbf58476d1ce4e5b9))
                              (i64.const 40))))
                        (local.set $c0
                          (i32.add (local.get $slots) (i32.shl (i32.and (local.get $c0) (local.get $mask)) (i32.const 6))))
                        (if
                          (i32.or
                            (i32.gt_u (local.get $length) (i32.const 16))
                            (i32.eqz
                              (i32.and
                                (i32.eq (i32.load offset=16 (local.get $c0)) (local.get $column))
                                (i8x16.all_true (i8x16.eq (v128.load (local.get $c0)) (local.get $v0))))))
                          (then
                            (local.set $c0
                              (call $cell
                                (local.get $p) (local.get $length) (local.get $column) (local.get $slots) (local.get $mask)))))
                        (local.set $code (i32.load offset=20 (local.get $c0)))
                        (br_if $other (i32.eqz (local.get $code)))))))))
            (i32.store8 (local.get $place) (local.get $code))
            (local.set $answered (i32.or (local.get $answered) (local.get $code)))
            (local.set $p (i32.add (local.get $p) (local.get $length)))
            ;; Of what is longer nobody asks what it is.
            (if (i32.eq (local.get $length) (i32.const 64))
              (then
                (block $stop
                  (loop $next
                    (local.set $c0 (i32.load8_u (local.get $p)))
                    (br_if $stop (i32.eq (local.get $c0) (local.get $delimiter)))
                    (br_if $stop (i32.or (i32.eq (local.get $c0) (i32.const 10)) (i32.eq (local.get $c0) (i32.const 13))))
                    (local.set $p (i32.add (local.get $p) (i32.const 1)))
                    (br $next)))
                (local.set $separators (i64.const 0))
                (local.set $ends (i64.const 0)))
              (else
                ;; In two steps: by 64 places nothing would be shifted.
                (local.set $separators
                  (i64.shr_u (i64.shr_u (local.get $separators) (i64.extend_i32_u (local.get $length))) (i64.const 1)))
                (local.set $ends (i64.shr_u (i64.shr_u (local.get $ends) (i64.extend_i32_u (local.get $length))) (i64.const 1)))))
            (br_if $end (i32.eq (local.get $column) (local.get $last)))
            (br_if $other (i32.ne (i32.load8_u (local.get $p)) (local.get $delimiter)))
            (local.set $p (i32.add (local.get $p) (i32.const 1)))
            (local.set $place (i32.add (local.get $place) (local.get $stride)))
            (local.set $known (i32.add (local.get $known) (i32.const 256)))
            (local.set $column (i32.add (local.get $column) (i32.const 1)))
            (br $cell)))
        ;; More cells than columns; or no answer at all.
        (br_if $other (i32.eq (i32.load8_u (local.get $p)) (local.get $delimiter)))
        (br_if $other (i32.eqz (local.get $answered)))
        (local.set $at (i32.add (local.get $p) (i32.const 1)))
        (if (i32.and
              (i32.and (i32.eq (i32.load8_u (local.get $p)) (i32.const 13)) (i32.eq (i32.load8_u offset=1 (local.get $p)) (i32.const 10)))
              (i32.lt_u (local.get $at) (local.get $limit)))
          (then (local.set $at (i32.add (local.get $at) (i32.const 1)))))
        (local.set $rows (i32.add (local.get $rows) (i32.const 1)))
        (br $record)))
    (global.set $row (local.get $rows))
    (local.get $at))
)
