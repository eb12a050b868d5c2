using System.Reflection;
using System.Reflection.Metadata;
using System.Xml.Linq;
using Xunit;

namespace FrontDesk.Tests.House;

public sealed partial class House
{
    [Fact]
    public void What_decides_has_no_package_and_no_project_below_it()
    {
        var project = XDocument.Parse(Premises.Read("src/FrontDesk/FrontDesk.csproj"));

        None(project.Descendants().Select(element => element.Name.LocalName).Where(name => name.EndsWith("Reference", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_decides_awaits_nothing_and_touches_nothing() =>
        None(from type in TypesUsedBy(Assembly.Load("FrontDesk"))
             where type.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal)
                || type.StartsWith("System.IO.", StringComparison.Ordinal)
                || type.StartsWith("System.Net.", StringComparison.Ordinal)
                || type is "System.Console" or "System.Environment"
             select $"FrontDesk uses {type}");

    [Fact]
    public void The_simulator_shares_nothing_with_the_desk()
    {
        var project = XDocument.Parse(Premises.Read("src/FrontDesk.Simulator/FrontDesk.Simulator.csproj"));

        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.DoesNotContain(
            Assembly.Load("FrontDesk.Simulator").GetReferencedAssemblies(),
            assembly => assembly.Name!.StartsWith("FrontDesk", StringComparison.Ordinal));
    }

    [Fact]
    public void There_is_an_interface_only_where_two_things_stand_behind_it() =>
        None(from type in Premises.OurTypes
             where type.IsInterface
             let behind = Premises.OurTypes.Count(other => other is { IsInterface: false, IsAbstract: false } && type.IsAssignableFrom(other))
             where behind < 2
             select $"{type.FullName}: {behind} behind it");

    [Fact]
    public void A_class_is_sealed_unless_the_family_is_in_the_same_house() =>
        None(from type in Premises.OurTypes
             where type is { IsClass: true, IsAbstract: false, IsSealed: false }
             where !Premises.OurTypes.Any(other => other.BaseType == type)
             select type.FullName!);

    [Fact]
    public void Only_source_of_the_project_lies_at_the_top() =>
        Assert.Equal(
            ["FrontDesk.sln", "LICENSE", "README.md", "docs", "ngrok.yml", "sql", "src", "tests"],
            Premises.Files.Select(file => file.Split('/')[0]).Where(name => name[0] != '.').Distinct().Order(StringComparer.Ordinal));

    private static List<string> TypesUsedBy(Assembly assembly)
    {
        using var code = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(assembly.Location));
        var reader = code.GetMetadataReader();
        return [.. from handle in reader.TypeReferences
                   let type = reader.GetTypeReference(handle)
                   select $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}"];
    }
}
