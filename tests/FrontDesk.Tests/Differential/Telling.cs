using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace FrontDesk.Tests.Differential;

/// <summary>An answer in words, every value of it: what two desks tell alike is the same answer.</summary>
internal static class Telling
{
    private const int Deepest = 14;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Parts = new();

    public static string Of(object? answer, Ids ids)
    {
        var words = new StringBuilder();
        Tell(answer, ids, words, 0);
        return words.ToString();
    }

    private static void Tell(object? value, Ids ids, StringBuilder words, int depth)
    {
        if (depth > Deepest)
        {
            throw new InvalidOperationException($"An answer is deeper than can be told: {value?.GetType()}");
        }

        _ = value switch
        {
            null => words.Append("null"),
            string text => words.Append('"').Append(Ids.Within(text, ids.NameOf)).Append('"'),
            Guid id => words.Append(ids.NameOf(id)),
            DateTimeOffset at => words.Append(at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture)),
            double real => words.Append(real.ToString("R", CultureInfo.InvariantCulture)),
            PhoneNumber number => words.Append(number.E164),
            Uri address => words.Append(Ids.Within(address.ToString(), ids.NameOf)),
            IFormattable plain and (Enum or int or long or short or byte or TimeOnly or DateOnly or DateTime or TimeSpan or char) => words.Append(plain.ToString(null, CultureInfo.InvariantCulture)),
            bool flag => words.Append(flag),
            Type type => words.Append(type.Name),
            IDictionary map => TellMap(map, ids, words, depth),
            IEnumerable several => TellSeveral(several, ids, words, depth),
            _ => TellParts(value, ids, words, depth),
        };
    }

    private static StringBuilder TellMap(IDictionary map, Ids ids, StringBuilder words, int depth)
    {
        var entries = map.Keys.Cast<object>().Select(key => (Key: Of(key, ids), Value: map[key])).OrderBy(entry => entry.Key, StringComparer.Ordinal);
        words.Append('{');
        foreach (var (key, value) in entries)
        {
            words.Append(key).Append(": ");
            Tell(value, ids, words, depth + 1);
            words.Append("; ");
        }

        return words.Append('}');
    }

    private static StringBuilder TellSeveral(IEnumerable several, Ids ids, StringBuilder words, int depth)
    {
        words.Append('[');
        foreach (var one in several)
        {
            Tell(one, ids, words, depth + 1);
            words.Append(", ");
        }

        return words.Append(']');
    }

    private static StringBuilder TellParts(object value, Ids ids, StringBuilder words, int depth)
    {
        var type = value.GetType();
        words.Append(type.Name).Append('(');
        foreach (var field in type.IsValueType ? type.GetFields(BindingFlags.Public | BindingFlags.Instance) : [])
        {
            Tell(field.GetValue(value), ids, words, depth + 1);
            words.Append(", ");
        }

        foreach (var part in Parts.GetOrAdd(type, PartsOf))
        {
            words.Append(part.Name).Append('=');
            Tell(part.GetValue(value), ids, words, depth + 1);
            words.Append(", ");
        }

        return words.Append(')');
    }

    // What is stored, not what is worked out of it: the same parts tell the same.
    private static PropertyInfo[] PartsOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(part => part.GetIndexParameters().Length == 0 && part.CanRead && type.GetProperty(part.Name)?.GetMethod?.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)) == true)
            .OrderBy(part => part.Name, StringComparer.Ordinal),
    ];
}
