// SPDX-License-Identifier: Apache-2.0 OR MIT
// Judges PDF files with veraPDF. usage: Vera 3a,ua1 file.pdf...   The exit status is 1 when any file fails any flavour.
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

public class Vera {
  static final int SHOWN_FAILURES = 8;

  public static void main(String[] args) throws Exception {
    Logger.getLogger("org.verapdf").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    boolean allCompliant = true;
    for (String flavour : args[0].split(","))
      for (int i = 1; i < args.length; i++) allCompliant &= isCompliant(args[i], flavour);
    System.exit(allCompliant ? 0 : 1);
  }

  static boolean isCompliant(String file, String name) throws Exception {
    String profile = name.startsWith("ua") ? "PDFUA-" + name.substring(2) : "PDFA-" + name.toUpperCase();
    String resource = "org/verapdf/pdfa/validation/" + profile + ".xml";
    try (InputStream rules = Vera.class.getClassLoader().getResourceAsStream(resource);
        PDFAParser parser =
            Foundries.defaultInstance().createParser(new FileInputStream(file), PDFAFlavour.fromString(name))) {
      ValidationProfile parsed = Profiles.profileFromXml(rules);
      ValidationResult result = Foundries.defaultInstance().createValidator(parsed, false).validate(parser);
      System.out.println(
          file + " " + name + " compliant=" + result.isCompliant() + " assertions=" + result.getTotalAssertions());
      Set<String> failures = new LinkedHashSet<>();
      for (TestAssertion test : result.getTestAssertions())
        if (test.getStatus() == TestAssertion.Status.FAILED)
          failures.add(test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber() + " " + test.getMessage());
      failures.stream().limit(SHOWN_FAILURES).forEach(failure -> System.out.println("   " + failure));
      return result.isCompliant();
    }
  }
}
