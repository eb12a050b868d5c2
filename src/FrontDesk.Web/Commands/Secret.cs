using System.Text;

namespace FrontDesk.Web.Commands;

/// <summary>A password or a PIN, typed where nobody can read it; never an argument, which every process of the machine could.</summary>
internal static class Secret
{
    /// <returns>Null where it was not typed twice alike.</returns>
    public static string? Ask(string prompt)
    {
        if (Console.IsInputRedirected)
        {
            return Console.ReadLine();
        }

        var first = AskHidden(prompt);
        return string.Equals(first, AskHidden("Once more: "), StringComparison.Ordinal) ? first : null;
    }

    private static string AskHidden(string prompt)
    {
        Console.Write(prompt);
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length -= typed.Length > 0 ? 1 : 0;
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.WriteLine();
        return typed.ToString();
    }
}
