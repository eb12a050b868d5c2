using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace FrontDesk.Simulator.Twiml;

/// <summary>Reads a document as strictly as Twilio: what is not XML is an error, what is not TwiML a warning.</summary>
internal static class TwimlReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreProcessingInstructions = true,
        IgnoreComments = true,
    };

    public static TwimlReading Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static TwimlReading Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return new TwimlFault(11770, "empty body");
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            return new TwimlFault(12100, "byte order mark ahead of the document");
        if (bytes[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            return new TwimlFault(12100, "blank space ahead of the document");
        if (bytes.StartsWith("<?xml version=\"1.1\""u8))
            return new TwimlFault(12101, "XML version is not 1.0");
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray()), Settings);
            return Read(XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!);
        }
        catch (Exception fault) when (fault is XmlException or DecoderFallbackException)
        {
            return new TwimlFault(12100, fault.Message);
        }
    }

    private static TwimlReading Read(XElement root)
    {
        if (root.Name != "Response")
            return new TwimlFault(12102, $"root is {root.Name}, not Response");
        var page = new VerbReader();
        return new TwimlDocument([.. page.Children(root)], page.Warnings);
    }
}
