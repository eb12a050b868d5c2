namespace FrontDesk.Calls;

/// <summary>Whether callers say that they have the wrong number: rather too seldom than too often, for who says so is let go.</summary>
internal static class Mistaken
{
    /// <summary>"I must have dialled": what they did with the wrong number.</summary>
    private static readonly HashSet<string> OwnDoing =
        ["have", "got", "ive", "dialed", "dialled", "called", "rang", "reached", "phoned", "had", "punched", "typed", "hit", "given", "gave", "sorry", "oh", "oops", "whoops", "its", "a", "the", "this", "is"];

    private static readonly Phrases Sayings = new(
        "misdialed", "misdialled", "dialed incorrectly", "dialled incorrectly", "who i meant to", "person i wanted", "number i wanted", "i misdial", "dialed wrong", "dialled wrong", "dialed the wrong", "dialled the wrong", "called the wrong person", "called the wrong place", "rang the wrong", "got the wrong person", "have the wrong person",
        "have the wrong place", "got the wrong place", "got the wrong office", "called by mistake", "called by accident", "rang by mistake", "rang by accident", "called you by mistake", "called you by accident", "pocket dialed", "pocket dialled",
        "pocket dial", "butt dialed", "butt dial", "didnt mean to call", "didnt mean to ring", "did not mean to call", "didnt mean to dial", "reach someone else", "reach somebody else", "call someone else", "call somebody else",
        "calling someone else", "calling somebody else", "ring someone else", "ring somebody else", "isnt who i wanted", "not who i wanted", "isnt who i was calling", "not who i was calling", "not who im looking for", "not who i was looking for",
        "not the number i wanted", "isnt the number i wanted", "pressed the wrong", "hit the wrong", "wrong person sorry", "sorry wrong person", "wrong house", "wrong place sorry", "sorry wrong place", "wrong office sorry");

    private static readonly Phrases MeantToReach = new(
        "trying to call", "trying to reach", "trying to ring", "trying to phone", "trying to get", "meant to call", "meant to ring", "meant to phone", "meant to dial", "looking for", "i was after", "i was calling", "i was looking for", "i wanted", "i thought this was", "i thought i was calling",
        "i thought id called");

    private static readonly Phrases IsThis = new("is this", "is that", "is this not", "isnt this", "isnt that", "is it", "this isnt", "this is not", "thats not", "is this still", "have i reached", "have i got", "did i reach", "am i through to");

    /// <summary>What this may well be, or be asked to be.</summary>
    private static readonly HashSet<string> OurOwn =
    [
        "office", "right", "correct", "best", "good", "bad", "number", "line", "desk", "assistant", "assistants", "secretary", "time", "person", "machine", "recording", "robot", "computer", "same", "only", "case", "production",
        "lady", "one", "way", "first", "second", "last", "truth", "reason", "thing", "problem", "answering", "voicemail", "receptionist", "switchboard", "operator", "front", "boss", "producer", "director", "meeting", "end", "new", "direct",
    ];

    /// <summary>Whom a caller may well look for at a show: the costume designer is wanted, the florist is not here.</summary>
    private static readonly HashSet<string> OurTrade =
    [
        "department", "crew", "staff", "team", "people", "costume", "costumes", "wardrobe", "designer", "casting", "art", "props", "prop", "set", "camera", "cinematographer", "sound", "music", "composer",
        "editor", "editorial", "hair", "makeup", "script", "writer", "writers", "locations", "location", "transport", "transportation", "construction", "catering", "stunt", "stunts", "extras", "grip", "gaffer",
        "electric", "lighting", "effects", "post", "unit", "coordinator", "supervisor", "manager", "accountant", "accounting", "payroll", "hiring", "legal", "publicist", "publicity", "showrunner", "head",
    ];

    public static bool IsSaidIn(Utterance said, Boss boss)
    {
        for (var at = 0; at < said.Words.Count; at++)
        {
            if (Sayings.At(said, at) > 0 || SaysWrongNumber(said, at) || AsksForAnotherPlace(said, at, boss) || MeantAnother(said, at, boss))
            {
                return !SaysWhoTheyAre(said, at);
            }
        }

        return false;
    }

    /// <summary>"Sorry, wrong number", "I think I've got the wrong number"; not "you have the wrong number, it's …".</summary>
    private static bool SaysWrongNumber(Utterance said, int at)
    {
        if (!said.Has(["wrong", "number"], at) || (at + 2 < said.Words.Count && said.Words[at + 2] is { Before: Break.None, Plain: "on" or "for" or "in" or "of" or "last" }))
        {
            return false;
        }

        var from = at;
        while (from > 0 && said.Words[from].Before == Break.None && at - from < 8)
        {
            from--;
        }

        var before = said.PlainWords.Skip(from).Take(at - from).ToList();
        var theirs = before.Exists(word => word is "you" or "youve" or "they" or "theyve" or "she" or "he" or "dont" or "not" or "about" or "thats" or "that");
        return !theirs && (before.Count == 0 || before.Exists(OwnDoing.Contains) || before.TrueForAll(word => word is "um" or "uh" or "ah" or "no" or "my" or "bad"));
    }

    /// <summary>"Is this the pizza place?", "isn't this Joe's garage?".</summary>
    private static bool AsksForAnotherPlace(Utterance said, int at, Boss boss)
    {
        if (IsThis.At(said, at) is not (> 0 and var words) || at + words + 1 >= said.Words.Count)
        {
            return false;
        }

        var from = at + words;
        from += said.Words[from].Plain == "not" ? 1 : 0;
        var (to, known, owned) = (from, false, false);
        while (to < said.Words.Count && to - from < 4 && (to == from || said.Words[to].Before == Break.None))
        {
            known |= IsOurs(said.Words[to].Plain) || boss.SubjectAt(said, to) > 0 || boss.WhoseAt(said, to) > 0;
            owned |= to > from && said.Quote(to - 1, to).Replace('’', '\'').EndsWith("'s", StringComparison.Ordinal);
            to++;
        }

        return !known && to - from > 1 && (said.Words[from].Plain == "the" || owned);
    }

    /// <summary>"I was trying to call my sister", "I'm looking for the DMV"; who is "calling for" somebody calls in their name.</summary>
    private static bool MeantAnother(Utterance said, int at, Boss boss)
    {
        if (MeantToReach.At(said, at) is not (> 0 and var words) || at + words + 1 >= said.Words.Count || said.Words[at + words].Plain is not ("my" or "the"))
        {
            return false;
        }

        var from = at + words;
        var ends = from + 2;
        while (ends < said.Words.Count && said.Words[ends].Before == Break.None)
        {
            ends++;
        }

        return ends - from < 4
            && !Enumerable.Range(from, ends - from).Any(place => (said.Words[from].Plain == "the" && IsOurs(said.Words[place].Plain)) || boss.SubjectAt(said, place) > 0);
    }

    private static bool IsOurs(string plain) => OurOwn.Contains(plain) || OurTrade.Contains(plain);

    /// <summary>Who gives a name and wants the boss is no stranger here.</summary>
    private static bool SaysWhoTheyAre(Utterance said, int at)
    {
        for (var i = 0; i < said.Words.Count; i++)
        {
            if (i != at && (AnswerWords.SureNameMarkers.At(said, i) > 0 || (said.Words[i].Plain is "regarding" or "concerning")))
            {
                return true;
            }
        }

        return false;
    }
}
