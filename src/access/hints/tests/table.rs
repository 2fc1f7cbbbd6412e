//! Lines of real texts with what is found in each.

use super::{HintKind, find};
use HintKind::{HardwareAddress, InternalName, MailAddress, Person, PrivateAddress, PublicAddress, Telephone};

const PEOPLE: &[&str] = &[
    "Jan van der Berg",
    "Iris Voorbeeld",
    "Zoë Çelik-de Wit",
    "Pieter van 't Hoff",
    "Seán O’Brien",
    "Юлия Иванова",
    "Madonna",
];

/// A line and all that is found in it.
type Row = (&'static str, &'static [(HintKind, &'static str)]);

const FOUND: &[Row] = &[
    // Private addresses.
    ("De PLC staat op 10.20.30.40.", &[(PrivateAddress, "10.20.30.40")]),
    ("Modbus op 192.168.10.5:502, zonder wachtwoord", &[(PrivateAddress, "192.168.10.5:502")]),
    ("zone 3 is `172.16.8.0/22`", &[(PrivateAddress, "172.16.8.0/22")]),
    ("CGNAT: 100.64.12.1", &[(PrivateAddress, "100.64.12.1")]),
    ("it fell back to 169.254.7.9", &[(PrivateAddress, "169.254.7.9")]),
    ("10.0.0.1-10.0.0.20", &[(PrivateAddress, "10.0.0.1"), (PrivateAddress, "10.0.0.20")]),
    ("10.0.0.1–10.0.0.20", &[(PrivateAddress, "10.0.0.1"), (PrivateAddress, "10.0.0.20")]),
    ("| HMI | 192.168.1.10 | hal 2 |", &[(PrivateAddress, "192.168.1.10")]),
    ("src=10.1.1.1 dst:10.1.1.2:44818", &[(PrivateAddress, "10.1.1.1"), (PrivateAddress, "10.1.1.2:44818")]),
    ("mask 10.1.1.1/255.255.255.0", &[(PrivateAddress, "10.1.1.1")]),
    ("_10.1.1.1_ en **10.1.1.2**", &[(PrivateAddress, "10.1.1.1"), (PrivateAddress, "10.1.1.2")]),
    ("the gateway fe80::1%eth0", &[(PrivateAddress, "fe80::1")]),
    ("fd12:3456:789a:1::/64 is het procesnet", &[(PrivateAddress, "fd12:3456:789a:1::/64")]),
    ("[fd00:a::15]:4840", &[(PrivateAddress, "[fd00:a::15]:4840")]),
    ("ip:fe80::21b:1bff:fe12:3456.", &[(PrivateAddress, "fe80::21b:1bff:fe12:3456")]),
    ("::ffff:10.2.3.4", &[(PrivateAddress, "::ffff:10.2.3.4")]),
    ("Open https://10.20.30.40:8443/web/10.9.9.9 in a browser", &[(PrivateAddress, "10.20.30.40:8443")]),
    ("[de webserver](http://192.168.0.10/)", &[(PrivateAddress, "192.168.0.10")]),
    ("opc.tcp://10.3.3.3:4840/UA", &[(PrivateAddress, "10.3.3.3:4840")]),
    ("http://[fd00::5]:8080/x", &[(PrivateAddress, "[fd00::5]:8080")]),
    // Public ones.
    ("the VPN ends at 145.53.2.7", &[(PublicAddress, "145.53.2.7")]),
    ("NTP from 8.8.8.8, of all places", &[(PublicAddress, "8.8.8.8")]),
    ("2a02:a44a:1::7 replied", &[(PublicAddress, "2a02:a44a:1::7")]),
    ("https://145.53.2.7:4443/remote", &[(PublicAddress, "145.53.2.7:4443")]),
    // Hardware.
    ("MAC 00:1B:1B:12:34:56", &[(HardwareAddress, "00:1B:1B:12:34:56")]),
    ("mac:00:1b:1b:12:34:57, poort 4", &[(HardwareAddress, "00:1b:1b:12:34:57")]),
    ("28-63-36-aa-bb-cc (Siemens)", &[(HardwareAddress, "28-63-36-aa-bb-cc")]),
    ("op de switch: 0080.f4a1.b2c3", &[(HardwareAddress, "0080.f4a1.b2c3")]),
    // Names inside.
    ("historian.procesnet.local", &[(InternalName, "historian.procesnet.local")]),
    ("Bestanden staan op nas.werkplaats.lan.", &[(InternalName, "nas.werkplaats.lan")]),
    ("scada.waterschap.intern en ad.corp", &[(InternalName, "scada.waterschap.intern"), (InternalName, "ad.corp")]),
    ("printer.home.arpa, vm.dc.internal", &[(InternalName, "printer.home.arpa"), (InternalName, "vm.dc.internal")]),
    ("op `\\\\fileserver\\recepten\\hal2`", &[(InternalName, "\\\\fileserver\\recepten")]),
    ("Log in op plc-rwzi-03", &[(InternalName, "plc-rwzi-03")]),
    ("SRV-DC01 is the domain controller", &[(InternalName, "SRV-DC01")]),
    ("hmi01 en FW_OT_02", &[(InternalName, "hmi01"), (InternalName, "FW_OT_02")]),
    ("van sw-hal3-12 naar plc-003", &[(InternalName, "sw-hal3-12"), (InternalName, "plc-003")]),
    ("DESKTOP-7K2M9QX has the project", &[(InternalName, "DESKTOP-7K2M9QX")]),
    ("rtu-sluis-07.kestrel.nl antwoordt niet", &[(InternalName, "rtu-sluis-07.kestrel.nl")]),
    ("http://historian/trends?tag=1", &[(InternalName, "historian")]),
    ("<https://portal.waterschap.intern/login>", &[(InternalName, "portal.waterschap.intern")]),
    ("smb://srv-ot-01/data", &[(InternalName, "srv-ot-01")]),
    // Mail.
    ("Vragen aan j.jansen@waterschap.nl.", &[(MailAddress, "j.jansen@waterschap.nl")]),
    ("<mailto:anna.smit+ot@kestrel.co.uk>", &[(MailAddress, "anna.smit+ot@kestrel.co.uk")]),
    ("jan@procesnet.local", &[(MailAddress, "jan@procesnet.local")]),
    // Telephones.
    ("Bel 06-12345678 buiten werktijd", &[(Telephone, "06-12345678")]),
    ("06 12 34 56 78 of 0612345679", &[(Telephone, "06 12 34 56 78"), (Telephone, "0612345679")]),
    ("wacht: +31 6 1234 5678", &[(Telephone, "+31 6 1234 5678")]),
    ("+31 (0)10 123 45 67, 24 uur", &[(Telephone, "+31 (0)10 123 45 67")]),
    ("(010) 123 45 67", &[(Telephone, "(010) 123 45 67")]),
    ("de meldkamer 0182-123456.", &[(Telephone, "0182-123456")]),
    ("0031 20 1234567 and +44 20 7123 4567", &[(Telephone, "0031 20 1234567"), (Telephone, "+44 20 7123 4567")]),
    ("[bel](tel:+31612345678)", &[(Telephone, "+31612345678")]),
    ("02 123 45 67 in Brussel", &[(Telephone, "02 123 45 67")]),
    // People.
    ("Gesproken met Jan van der Berg.", &[(Person, "Jan van der Berg")]),
    ("JAN VAN DER BERG tekende", &[(Person, "JAN VAN DER BERG")]),
    ("Jan v.d. Berg en Jan vd Berg", &[(Person, "Jan v.d. Berg"), (Person, "Jan vd Berg")]),
    ("Iris\nVoorbeeld", &[(Person, "Iris\nVoorbeeld")]),
    ("(iris voorbeeld's laptop)", &[(Person, "iris voorbeeld")]),
    ("Zoe\u{308} Celik-de Wit, Zoë Çelik de Wit", &[(Person, "Zoe\u{308} Celik-de Wit"), (Person, "Zoë Çelik de Wit")]),
    ("Pieter van ’t Hoff; Sean O'Brien", &[(Person, "Pieter van ’t Hoff"), (Person, "Sean O'Brien")]),
    ("обратитесь к ЮЛИЯ ИВАНОВА", &[(Person, "ЮЛИЯ ИВАНОВА")]),
    ("**Iris Voorbeeld** (iris@kestrel.nl)", &[(Person, "Iris Voorbeeld"), (MailAddress, "iris@kestrel.nl")]),
];

const NOT_FOUND: &[&str] = &[
    // Examples, and what is the same everywhere.
    "Use 192.0.2.10, 198.51.100.0/24 or 203.0.113.7:443 in examples",
    "2001:db8::1, 2001:0db8:85a3::8a2e:370:7334 and 3fff:1::2",
    "RFC 1918: 10.0.0.0/8, 172.16.0.0/12 en 192.168.0.0/16; fc00::/7",
    "127.0.0.1:8000, ::1, 0.0.0.0, 255.255.255.0, 224.0.0.1, ff02::1, ::",
    "00-00-5E-00-53-01, ff:ff:ff:ff:ff:ff, 01:0e:cf:00:00:00 and 00:00:00:00:00:00",
    // Versions, clauses, numbers.
    "firmware 10.2.3.4, versie 1.2.3.4, V10.2.3.4 and v1.2.3.4",
    "nginx-1.25.3.1, 2.8.1.9-rc1, 10.2.3.4.5, 1.2.3, 300.1.1.1, 10.2.3.4b",
    "see clause 4.3.4.3 and § 4.2.3.1 of the standard",
    "# 10.2.3.4 Een kop\n1.2.3.4 een genummerde alinea",
    "CVE-2024-12345, CVE-2021-22681 and ICSA-21-056-03",
    "IEC 62443-3-3, IEC 62443-2-1:2024, ISO/IEC 27001:2022, NEN-EN 50131-1",
    "T0843, T0859, T1078.004, M0801 and S1009 in ATT&CK for ICS",
    "NIS2 Art. 21(2)(d), (EU) 2022/2555, SR 1.1 and FR 5",
    "on 23-11-2026 at 10:30:45, 2026-11-23T09:15:17Z, 01-02-2024 08:00-09:30",
    "99.95 % of 1.000.000 tags, 0,5 tot 12,5 bar, 0.123456789, 4-20 mA, 24 V DC",
    "poort 502, 44818/tcp, 102-104; VLAN 0100-0199; 0x0612345678",
    "IBAN NL91 ABNA 0417 1643 00, KvK 01234567, order 2024-0612345678",
    // The public web.
    "[NCSC](https://www.ncsc.nl/10.2.3.4/advies) en <https://example.nl/plc-rwzi-03>",
    "https://github.com/iris-voorbeeld/tool/releases/1.2.3.4 and https://jan@git.example.nl/",
    "https://localhost:8080/, http://server/ and http://hostname/path",
    // Products, and words that look like names of machines.
    "een S7-1500, ET 200SP, UPS-3000, PLC-5, SLC-500, RTU560 and AP1000",
    "plc1 en PLC 2, hmi, srv, sw-update-12, fw-rule-10, OPC-10000-1, dc-24",
    "namen onder .local en .intern, _http._tcp.local, plc.example.local, host.docker.internal",
    "De afspraak is gemaakt.Intern overleg volgt. Lokaal.nl is publiek",
    "C:\\Program Files\\Siemens, \\\\, \\d\\w, \\\\.\\pipe\\x en \\\\192.0.2.1\\c$",
    // Mail that is no person's.
    "info@waterschap.nl, psirt@kestrel.com, cert@ncsc.nl, git@github.com",
    "iris@voorbeeldland.example, a@example.com, b@mail.example.org, c@x.test",
    "@polder, user@host, npm i pkg@1.2.3, a@b@c.nl, x@.nl",
    // Numbers that nobody picks up.
    "112, 0800-1234567, 0900 123 45 67, 0800 1234, +31 800 1234567",
    "+1 212 555 0142, 020 7946 0123, 07700 900123, +44 7700 900 456",
    // Names in part, in other words, and of one word.
    "Jan van der Bergh, Jan en van der Berg, Van der Berg, J. van der Berg",
    "Iris. Een voorbeeld. IrisVoorbeeld, xIris Voorbeeld en Iris\n\nVoorbeeld",
    "Madonna zingt",
];

fn found(text: &str) -> Vec<(HintKind, String)> {
    find(text, PEOPLE).into_iter().map(|hint| (hint.kind, hint.excerpt)).collect()
}

#[test]
fn what_suits_a_stricter_label_is_found() {
    let wrong: Vec<_> = FOUND
        .iter()
        .filter(|(text, hints)| {
            !found(text).iter().map(|(kind, excerpt)| (*kind, excerpt.as_str())).eq(hints.iter().copied())
        })
        .map(|(text, _)| (text, found(text)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(FOUND.len() >= 60);
}

#[test]
fn what_anybody_may_know_is_not_found() {
    let wrong: Vec<_> =
        NOT_FOUND.iter().map(|text| (text, found(text))).filter(|(_, hints)| !hints.is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
