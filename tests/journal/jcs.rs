//! The vectors that RFC 8785 prints, under the restriction: what is accepted is byte for byte
//! what the RFC says, what the restriction leaves out is refused with its reason.

use jalon::journal::canonical::{NotCanonical, from_bytes, to_bytes};
use serde_json::Value;

fn canonical(text: &str) -> Result<String, NotCanonical> {
    let value: Value = serde_json::from_str(text).map_err(|_| NotCanonical::Syntax)?;
    to_bytes(&value).map(|bytes| String::from_utf8(bytes).expect("JSON is text"))
}

/// §3.2.2, without its `numbers`, which are fractions.
#[test]
fn rfc_8785_text_and_literals() {
    let source = r#"{
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }"#;
    let printed = "{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";
    assert_eq!(canonical(source).as_deref(), Ok(printed));
    assert!(from_bytes(printed.as_bytes()).is_ok());
    let with_numbers = r#"{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001]}"#;
    assert_eq!(canonical(with_numbers), Err(NotCanonical::Number));
}

/// §3.2.3: keys outside ASCII would sort by UTF-16 there; here there are none.
#[test]
fn rfc_8785_order_of_keys() {
    let source = r#"{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"
    }"#;
    assert_eq!(canonical(source), Err(NotCanonical::Key));
    let ascii = r#"{"b":1,"\r":"Carriage Return","1":"One","B":2,"a":3,"_":4,"aa":5,"":6}"#;
    let sorted = r#"{"":6,"\r":"Carriage Return","1":"One","B":2,"_":4,"a":3,"aa":5,"b":1}"#;
    assert_eq!(canonical(ascii).as_deref(), Ok(sorted));
}

/// Appendix B: IEEE 754 numbers and their text. Only integers below 2^53 remain.
#[test]
fn rfc_8785_numbers() {
    for kept in ["0", "333333333333333", "-1", "9007199254740991", "-9007199254740991"] {
        assert_eq!(from_bytes(kept.as_bytes()).map(|_| ()), Ok(()), "{kept}");
        assert_eq!(canonical(kept).as_deref(), Ok(kept));
    }
    for refused in [
        "5e-324",
        "-5e-324",
        "1.7976931348623157e+308",
        "-1.7976931348623157e+308",
        "9007199254740992",
        "-9007199254740992",
        "295147905179352830000",
        "9.999999999999997e+22",
        "1e+23",
        "1.0000000000000001e+23",
        "999999999999999700000",
        "999999999999999900000",
        "1e+21",
        "9.999999999999997e-7",
        "0.000001",
        "333333333.3333332",
        "333333333.33333325",
        "333333333.3333333",
        "333333333.3333334",
        "333333333.33333343",
        "-0.0000033333333333333333",
        "1424953923781206.2",
        "-0",
        "-0.0",
        "0.0",
        "1e0",
        "10e-1",
    ] {
        assert!(from_bytes(refused.as_bytes()).is_err(), "{refused}");
    }
}

/// §3.2.2.2: every character below U+0020, the two that are escaped, and what must not be.
#[test]
fn rfc_8785_escapes() {
    let mut text = String::new();
    for code in 0..0x20_u8 {
        let printed = match code {
            8 => "\\b".to_owned(),
            9 => "\\t".to_owned(),
            10 => "\\n".to_owned(),
            12 => "\\f".to_owned(),
            13 => "\\r".to_owned(),
            other => format!("\\u{other:04x}"),
        };
        let one = format!("\"{printed}\"");
        assert_eq!(from_bytes(one.as_bytes()), Ok(Value::String(char::from(code).to_string())), "{one}");
        let long = format!("\"\\u{code:04x}\"");
        assert_eq!(from_bytes(long.as_bytes()).is_ok(), long == one, "{long}");
        let upper = format!("\"\\u{code:04X}\"");
        assert_eq!(from_bytes(upper.as_bytes()).is_ok(), upper == one, "{upper}");
        text.push_str(&printed);
    }
    for plain in ["\u{7F}", "\u{80}", "\u{2028}", "é", "€", "😀", "/", "'"] {
        assert!(from_bytes(format!("\"{plain}\"").as_bytes()).is_ok(), "{plain:?}");
    }
    for escaped in ["\\/", "\\u007f", "\\u00e9", "\\ud83d\\ude00", "\\ud83d", "\\ude00", "\\u0041"] {
        assert!(from_bytes(format!("\"{escaped}\"").as_bytes()).is_err(), "{escaped}");
    }
}
