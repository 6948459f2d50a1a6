;; The counting kernel of joint.ts: bit planes of levels, and how many rows two planes have in common. SIMD of 128 bits, no import.
;; scripts/generate.mjs compiles it into kernel-bytes.ts; count-pairs.ts does the same work in JavaScript and is its test.
(module
  (memory (export "memory") 1)

  ;; One plane a level: bit r of plane l is 1 where byte r of `codes` is l and byte r of `mask` is 1. `rows` is a multiple of 16.
  (func (export "planes") (param $codes i32) (param $mask i32) (param $rows i32) (param $levels i32) (param $out i32) (param $stride i32)
    (local $level i32) (local $row i32) (local $to i32) (local $wanted v128) (local $one v128)
    (local.set $one (i8x16.splat (i32.const 1)))
    (loop $each
      (local.set $wanted (i8x16.splat (local.get $level)))
      (local.set $to (local.get $out))
      (local.set $row (i32.const 0))
      (loop $sixteen
        (i32.store16 (local.get $to)
          (i8x16.bitmask (v128.and
            (i8x16.eq (v128.load (i32.add (local.get $codes) (local.get $row))) (local.get $wanted))
            (i8x16.eq (v128.load (i32.add (local.get $mask) (local.get $row))) (local.get $one)))))
        (local.set $to (i32.add (local.get $to) (i32.const 2)))
        (local.set $row (i32.add (local.get $row) (i32.const 16)))
        (br_if $sixteen (i32.lt_u (local.get $row) (local.get $rows))))
      (local.set $out (i32.add (local.get $out) (local.get $stride)))
      (local.set $level (i32.add (local.get $level) (i32.const 1)))
      (br_if $each (i32.lt_u (local.get $level) (local.get $levels)))))

  ;; Codes in place by a table of bytes at `table`, whose first is that of code 0: a look-up in sixteen of its bytes gives 0 for what is not
  ;; among them. `rows` and `size` are multiples of 16.
  (func (export "recode") (param $codes i32) (param $rows i32) (param $table i32) (param $size i32)
    (local $end i32) (local $of i32) (local $at v128) (local $found v128)
    (local.set $end (i32.add (local.get $codes) (local.get $rows)))
    (loop $sixteen
      (local.set $at (v128.load (local.get $codes)))
      (local.set $found (i8x16.swizzle (v128.load (local.get $table)) (local.get $at)))
      (local.set $of (i32.const 16))
      (block $done
        (loop $more
          (br_if $done (i32.ge_u (local.get $of) (local.get $size)))
          (local.set $at (i8x16.sub (local.get $at) (i8x16.splat (i32.const 16))))
          (local.set $found (v128.or (local.get $found)
            (i8x16.swizzle (v128.load (i32.add (local.get $table) (local.get $of))) (local.get $at))))
          (local.set $of (i32.add (local.get $of) (i32.const 16)))
          (br $more)))
      (v128.store (local.get $codes) (local.get $found))
      (local.set $codes (i32.add (local.get $codes) (i32.const 16)))
      (br_if $sixteen (i32.lt_u (local.get $codes) (local.get $end)))))

  ;; How often each of the codes 0 .. levels - 1 stands in `rows` bytes, a multiple of 16; as i32 to `out`.
  (func (export "tally") (param $codes i32) (param $rows i32) (param $levels i32) (param $out i32)
    (local $level i32) (local $at i32) (local $end i32) (local $count i32) (local $wanted v128)
    (local.set $end (i32.add (local.get $codes) (local.get $rows)))
    (loop $each
      (local.set $wanted (i8x16.splat (local.get $level)))
      (local.set $at (local.get $codes))
      (local.set $count (i32.const 0))
      (loop $sixteen
        (local.set $count (i32.add (local.get $count)
          (i32.popcnt (i8x16.bitmask (i8x16.eq (v128.load (local.get $at)) (local.get $wanted))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $sixteen (i32.lt_u (local.get $at) (local.get $end))))
      (i32.store (local.get $out) (local.get $count))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (local.set $level (i32.add (local.get $level) (i32.const 1)))
      (br_if $each (i32.lt_u (local.get $level) (local.get $levels)))))

  ;; Mixes codes into a hash a row, as i32 at `hashes`: (hash ^ (code + 1)) * 0x01000193 + 0x9e3779b9. `rows` is a multiple of 4.
  (func (export "hash") (param $codes i32) (param $hashes i32) (param $rows i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $codes) (local.get $rows)))
    (loop $four
      (v128.store (local.get $hashes)
        (i32x4.add
          (i32x4.mul
            (v128.xor
              (v128.load (local.get $hashes))
              (i32x4.add
                (i32x4.extend_low_i16x8_s (i16x8.extend_low_i8x16_s (v128.load32_zero (local.get $codes))))
                (i32x4.splat (i32.const 1))))
            (i32x4.splat (i32.const 0x01000193)))
          (i32x4.splat (i32.const 0x9e3779b9))))
      (local.set $hashes (i32.add (local.get $hashes) (i32.const 16)))
      (local.set $codes (i32.add (local.get $codes) (i32.const 4)))
      (br_if $four (i32.lt_u (local.get $codes) (local.get $end)))))

  ;; Two codes of each byte, one less than its low half and than its high one: of `bytes` bytes, a multiple of 16, to twice as many.
  (func (export "unpack") (param $halves i32) (param $bytes i32) (param $codes i32)
    (local $end i32) (local $both v128) (local $low v128) (local $high v128) (local $one v128)
    (local.set $one (i8x16.splat (i32.const 1)))
    (local.set $end (i32.add (local.get $halves) (local.get $bytes)))
    (loop $sixteen
      (local.set $both (v128.load (local.get $halves)))
      (local.set $low (v128.and (local.get $both) (i8x16.splat (i32.const 15))))
      (local.set $high (i8x16.shr_u (local.get $both) (i32.const 4)))
      (v128.store (local.get $codes)
        (i8x16.sub (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23 (local.get $low) (local.get $high)) (local.get $one)))
      (v128.store offset=16 (local.get $codes)
        (i8x16.sub (i8x16.shuffle 8 24 9 25 10 26 11 27 12 28 13 29 14 30 15 31 (local.get $low) (local.get $high)) (local.get $one)))
      (local.set $codes (i32.add (local.get $codes) (i32.const 32)))
      (local.set $halves (i32.add (local.get $halves) (i32.const 16)))
      (br_if $sixteen (i32.lt_u (local.get $halves) (local.get $end)))))

  ;; The other way: `rows` codes, a multiple of 32, each one more, to half as many bytes.
  (func (export "pack") (param $codes i32) (param $rows i32) (param $halves i32)
    (local $end i32) (local $a v128) (local $b v128) (local $one v128)
    (local.set $one (i8x16.splat (i32.const 1)))
    (local.set $end (i32.add (local.get $codes) (local.get $rows)))
    (loop $more
      (local.set $a (i8x16.add (v128.load (local.get $codes)) (local.get $one)))
      (local.set $b (i8x16.add (v128.load offset=16 (local.get $codes)) (local.get $one)))
      (v128.store (local.get $halves)
        (v128.or
          (i8x16.shuffle 0 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30 (local.get $a) (local.get $b))
          (i8x16.shl (i8x16.shuffle 1 3 5 7 9 11 13 15 17 19 21 23 25 27 29 31 (local.get $a) (local.get $b)) (i32.const 4))))
      (local.set $codes (i32.add (local.get $codes) (i32.const 32)))
      (local.set $halves (i32.add (local.get $halves) (i32.const 16)))
      (br_if $more (i32.lt_u (local.get $codes) (local.get $end)))))

  ;; Adds to the sums of `rows` rows, as i16 and a multiple of 16 of them, what their codes add: `adds` has a byte for each of -1 .. 14.
  (func (export "addUp") (param $codes i32) (param $rows i32) (param $adds i32) (param $sums i32)
    (local $end i32) (local $table v128) (local $own v128) (local $one v128)
    (local.set $one (i8x16.splat (i32.const 1)))
    (local.set $table (v128.load (local.get $adds)))
    (local.set $end (i32.add (local.get $codes) (local.get $rows)))
    (loop $sixteen
      (local.set $own (i8x16.swizzle (local.get $table) (i8x16.add (v128.load (local.get $codes)) (local.get $one))))
      (v128.store (local.get $sums) (i16x8.add (v128.load (local.get $sums)) (i16x8.extend_low_i8x16_u (local.get $own))))
      (v128.store offset=16 (local.get $sums)
        (i16x8.add (v128.load offset=16 (local.get $sums)) (i16x8.extend_high_i8x16_u (local.get $own))))
      (local.set $sums (i32.add (local.get $sums) (i32.const 32)))
      (local.set $codes (i32.add (local.get $codes) (i32.const 16)))
      (br_if $sixteen (i32.lt_u (local.get $codes) (local.get $end)))))

  ;; For each of the planes from `a` with each from `b`: bits in both, written in this order to `out` as i32. `bytes` is a multiple of 128,
  ;; at most 2048: the byte sums of eights then stay below 256. Carry-save adders of eight vectors at a time, so that one popcnt serves
  ;; eight (Harley and Seal; Mula, Kurz & Lemire 2018, The Computer Journal 61:111-120, section 3).
  (func (export "pairs")
    (param $a i32) (param $countA i32) (param $b i32) (param $countB i32) (param $stride i32) (param $bytes i32) (param $out i32)
    (local $i i32) (local $j i32) (local $startA i32) (local $startB i32) (local $end i32)
    (local $ones v128) (local $twos v128) (local $fours v128) (local $eights v128) (local $u v128) (local $x v128) (local $y v128)
    (local $twosA v128) (local $twosB v128) (local $foursA v128) (local $foursB v128) (local $sum v128) (local $wide v128)
    (local.set $startA (local.get $a))
    (local.set $startB (local.get $b))
    (loop $everyA
      (local.set $j (i32.const 0))
      (local.set $b (local.get $startB))
      (loop $everyB
        (local.set $a (local.get $startA))
        (local.set $end (i32.add (local.get $a) (local.get $bytes)))
        (local.set $ones (v128.const i64x2 0 0))
        (local.set $twos (v128.const i64x2 0 0))
        (local.set $fours (v128.const i64x2 0 0))
        (local.set $sum (v128.const i64x2 0 0))
        (loop $eight
          (local.set $x (v128.and (v128.load (local.get $a)) (v128.load (local.get $b))))
          (local.set $y (v128.and (v128.load offset=16 (local.get $a)) (v128.load offset=16 (local.get $b))))
          (local.set $u (v128.xor (local.get $ones) (local.get $x)))
          (local.set $twosA (v128.or (v128.and (local.get $ones) (local.get $x)) (v128.and (local.get $u) (local.get $y))))
          (local.set $ones (v128.xor (local.get $u) (local.get $y)))
          (local.set $x (v128.and (v128.load offset=32 (local.get $a)) (v128.load offset=32 (local.get $b))))
          (local.set $y (v128.and (v128.load offset=48 (local.get $a)) (v128.load offset=48 (local.get $b))))
          (local.set $u (v128.xor (local.get $ones) (local.get $x)))
          (local.set $twosB (v128.or (v128.and (local.get $ones) (local.get $x)) (v128.and (local.get $u) (local.get $y))))
          (local.set $ones (v128.xor (local.get $u) (local.get $y)))
          (local.set $u (v128.xor (local.get $twos) (local.get $twosA)))
          (local.set $foursA (v128.or (v128.and (local.get $twos) (local.get $twosA)) (v128.and (local.get $u) (local.get $twosB))))
          (local.set $twos (v128.xor (local.get $u) (local.get $twosB)))
          (local.set $x (v128.and (v128.load offset=64 (local.get $a)) (v128.load offset=64 (local.get $b))))
          (local.set $y (v128.and (v128.load offset=80 (local.get $a)) (v128.load offset=80 (local.get $b))))
          (local.set $u (v128.xor (local.get $ones) (local.get $x)))
          (local.set $twosA (v128.or (v128.and (local.get $ones) (local.get $x)) (v128.and (local.get $u) (local.get $y))))
          (local.set $ones (v128.xor (local.get $u) (local.get $y)))
          (local.set $x (v128.and (v128.load offset=96 (local.get $a)) (v128.load offset=96 (local.get $b))))
          (local.set $y (v128.and (v128.load offset=112 (local.get $a)) (v128.load offset=112 (local.get $b))))
          (local.set $u (v128.xor (local.get $ones) (local.get $x)))
          (local.set $twosB (v128.or (v128.and (local.get $ones) (local.get $x)) (v128.and (local.get $u) (local.get $y))))
          (local.set $ones (v128.xor (local.get $u) (local.get $y)))
          (local.set $u (v128.xor (local.get $twos) (local.get $twosA)))
          (local.set $foursB (v128.or (v128.and (local.get $twos) (local.get $twosA)) (v128.and (local.get $u) (local.get $twosB))))
          (local.set $twos (v128.xor (local.get $u) (local.get $twosB)))
          (local.set $u (v128.xor (local.get $fours) (local.get $foursA)))
          (local.set $eights (v128.or (v128.and (local.get $fours) (local.get $foursA)) (v128.and (local.get $u) (local.get $foursB))))
          (local.set $fours (v128.xor (local.get $u) (local.get $foursB)))
          (local.set $sum (i8x16.add (local.get $sum) (i8x16.popcnt (local.get $eights))))
          (local.set $a (i32.add (local.get $a) (i32.const 128)))
          (local.set $b (i32.add (local.get $b) (i32.const 128)))
          (br_if $eight (i32.lt_u (local.get $a) (local.get $end))))
        ;; 8 * eights + 4 * fours + 2 * twos + ones, in 16 bits: each byte is at most 128, each half at most 16 * 128 + 112.
        (local.set $wide
          (i16x8.add
            (i16x8.add
              (i16x8.shl (i16x8.extadd_pairwise_i8x16_u (local.get $sum)) (i32.const 3))
              (i16x8.shl (i16x8.extadd_pairwise_i8x16_u (i8x16.popcnt (local.get $fours))) (i32.const 2)))
            (i16x8.add
              (i16x8.shl (i16x8.extadd_pairwise_i8x16_u (i8x16.popcnt (local.get $twos))) (i32.const 1))
              (i16x8.extadd_pairwise_i8x16_u (i8x16.popcnt (local.get $ones))))))
        (local.set $wide (i32x4.extadd_pairwise_i16x8_u (local.get $wide)))
        (i32.store (local.get $out)
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $wide)) (i32x4.extract_lane 1 (local.get $wide)))
            (i32.add (i32x4.extract_lane 2 (local.get $wide)) (i32x4.extract_lane 3 (local.get $wide)))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $b (i32.add (local.get $b) (i32.sub (local.get $stride) (local.get $bytes))))
        (local.set $j (i32.add (local.get $j) (i32.const 1)))
        (br_if $everyB (i32.lt_u (local.get $j) (local.get $countB))))
      (local.set $startA (i32.add (local.get $startA) (local.get $stride)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $everyA (i32.lt_u (local.get $i) (local.get $countA)))))
)
