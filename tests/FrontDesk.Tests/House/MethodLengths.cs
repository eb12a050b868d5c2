using System.Reflection;
using System.Reflection.Metadata;

namespace FrontDesk.Tests.House;

/// <summary>A method's length as the debugger sees it: from its first to its last line, what it holds included.</summary>
internal sealed record MethodLength(string File, string Name, int Lines);

/// <summary>Reads lengths from the symbols beside an assembly, so that no brace in a string can mislead it.</summary>
internal static class MethodLengths
{
    public static IReadOnlyList<MethodLength> Measure(IEnumerable<Assembly> assemblies) => [.. assemblies.SelectMany(Measure)];

    private static List<MethodLength> Measure(Assembly assembly)
    {
        using var code = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(assembly.Location));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb")));
        var names = code.GetMetadataReader();
        var lines = symbols.GetMetadataReader();
        return [.. from handle in lines.MethodDebugInformation
                   let length = Measure(lines, lines.GetMethodDebugInformation(handle), names, handle)
                   where length is not null
                   select length];
    }

    private static MethodLength? Measure(
        MetadataReader lines, MethodDebugInformation method, MetadataReader names, MethodDebugInformationHandle handle)
    {
        var points = method.GetSequencePoints().Where(point => !point.IsHidden).ToArray();
        var definition = names.GetMethodDefinition(handle.ToDefinitionHandle());
        var name = names.GetString(definition.Name);
        // A constructor's points are also those of the initialisers all over its class.
        if (points.Length == 0 || name is ".ctor" or ".cctor")
        {
            return null;
        }

        var file = lines.GetString(lines.GetDocument(points[0].Document).Name).Replace('\\', '/');
        var type = names.GetString(names.GetTypeDefinition(definition.GetDeclaringType()).Name);
        return file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal)
            ? new(Path.GetFileName(file), $"{type}.{name}", points.Max(point => point.EndLine) - points.Min(point => point.StartLine) + 1)
            : null;
    }
}
