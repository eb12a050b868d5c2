using FrontDesk.Desks;

namespace FrontDesk.Reach;

/// <summary>Where word is left after nobody took the call: on every phone but the one the first reminder goes to anyway.</summary>
public static class WordPlan
{
    public static IReadOnlyList<(BossPhone Phone, AttemptKind Kind)> Of(Desk desk)
    {
        var reminded = desk.Phones.FirstOrDefault(phone => phone.CanBeTexted) ?? (desk.Phones.Count > 0 ? desk.Phones[0] : null);
        return [.. desk.Phones.Where(phone => phone != reminded).Select(phone => (phone, phone.CanBeTexted ? AttemptKind.Text : AttemptKind.SpokenWord))];
    }
}
