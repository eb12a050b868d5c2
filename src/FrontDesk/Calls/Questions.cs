namespace FrontDesk.Calls;

/// <summary>What callers ask instead of answering: "is she in?", "when will she be back?", "who's the meeting with?" (R9). All get one answer.</summary>
internal static class Questions
{
    /// <summary>Before the boss these make a question: "is she", "hasn't Ms. Miller".</summary>
    private static readonly HashSet<string> Whether =
    [
        "is", "isnt", "are", "arent", "was", "wasnt", "were", "will", "wont", "does", "doesnt", "did", "didnt", "has", "hasnt", "had", "hadnt", "have", "havent", "would", "wouldnt", "can", "cant", "could",
        "couldnt", "should", "shouldnt", "might", "do", "wheres", "whens", "hows", "whys", "whos", "whats", "longs",
    ];

    private static readonly HashSet<string> MayPolitely = ["would", "can", "could", "cant", "couldnt", "wouldnt"];

    private static readonly HashSet<string> Returns = ["call", "ring", "phone", "return", "give", "text", "get", "please", "reach", "buzz", "email", "drop", "let"];

    private static readonly Phrases Asking = new(
        "when", "where", "whereabouts", "why", "how", "how long", "how soon", "how late", "how much longer", "how many", "what", "what time", "what day", "what kind of", "which", "who", "whom", "with whom", "who with");

    private static readonly Phrases HowCome = new("how come", "how much longer", "how often", "how many times", "what about", "how about");

    private static readonly HashSet<string> Relaying =
        ["ask", "tell", "have", "let", "give", "pass", "leave", "send", "remind", "inform", "text", "email", "message", "note", "put", "mention", "make", "say", "relay", "take", "write", "add", "advise", "help", "repeat", "hear", "spell"];

    private static readonly HashSet<string> Between = ["even", "really", "actually", "at", "ever", "still"];

    private static readonly HashSet<string> Becoming = ["be", "call", "get", "have", "ever", "see", "take", "return", "come", "go", "still", "not", "ring", "want", "know", "speak", "talk", "actually"];

    private static readonly HashSet<string> Contracted = ["shes", "hes", "theyre", "shell", "hell", "theyll", "shed", "hed", "theyd"];

    private static readonly Phrases AskingToBeTold = new(
        "do you know", "do you happen to know", "can you tell me", "could you tell me", "can you at least tell me", "could you at least tell me", "would you tell me", "will you tell me", "tell me", "i was wondering", "i wonder",
        "just wondering", "any idea", "have you any idea", "do you have any idea", "would you know", "can you say", "could you say", "may i ask", "can i ask", "could i ask", "can you check", "could you check");

    /// <summary>Before a question, and no question by themselves.</summary>
    private static readonly Phrases AskBefore = new(
        "so", "and", "but", "oh", "well", "okay", "ok", "hi", "hello", "hey", "right", "listen", "look", "sorry", "please", "now", "then", "just", "just tell me",
        "simple question", "just say", "be honest", "come on", "youre lying", "seriously", "between us", "between you and me", "dont tell me");

    /// <summary>Whole questions by themselves, at the beginning of a sentence.</summary>
    private static readonly Phrases Openings = new(
        "am i in luck", "in the office", "out of the office", "out of office", "in a meeting", "at a meeting", "in town", "out of town", "on vacation", "on holiday", "on another call", "on the other line",
        "on set", "at home", "at lunch", "whos the meeting with", "who is the meeting with", "what meeting", "which meeting", "is that meeting", "is the meeting", "wheres the meeting", "where is the meeting",
        "when should i", "when can i", "when could i", "when would i", "when do i", "when may i", "when would be", "when is a good", "whens a good", "when is the best", "whens the best", "what time can i",
        "what time should i", "what is a good time", "whats a good time", "whats the best time", "what is the best time", "what would be a good time", "is now a good", "is this a good", "is anybody",
        "is anyone", "is someone", "is somebody", "is there anyone", "is there anybody", "is there someone", "is there somebody", "is there any way", "is there another", "is there a better", "any idea when", "any idea where",
        "any idea if", "any idea how", "any chance", "any word", "do you know when", "do you know where", "do you know what", "do you know who", "do you know how", "do you expect", "do you think", "do you reckon",
        "can you tell me when", "can you tell me where", "can you tell me what", "can you tell me who", "could you tell me when", "could you tell me where", "could you tell me what", "could you tell me who",
        "who else", "who can i", "who could i", "who should i", "how can i", "how could i", "how do i", "how else", "how might i", "where can i", "where could i", "where should i", "should i try", "should i call",
        "shall i try", "shall i call", "why not", "why cant i", "why wont", "just say yes or no", "just tell me yes or no", "yes or no", "simple question", "what do you mean", "since when", "is it true",
        "did you tell", "did you give", "did you pass", "have you told", "have you given", "have you passed", "have you spoken", "have you heard from", "have you seen", "did you speak", "did you talk", "will you tell me",
        "are you sure", "are you hiding", "are you lying", "who are they", "who is that with", "on what", "with who", "with whom", "until when", "till when", "which office", "which hotel", "which city", "which country", "where are you", "where is your", "wheres your", "whats your address", "what is your address", "what time do you close", "what time do you open", "when do you close", "when do you open");

    /// <summary>To be connected is to be told whether she is there.</summary>
    private static readonly Phrases Connecting = new([
        "put me through", "put me on", "patch me", "patch me through", "connect me", "transfer me", "be put through", "be connected", "be transferred", "put the call through", "put straight through", "put right through", "put me straight through", "put me right through", "put this through",
        "can i speak", "could i speak", "may i speak", "might i speak", "can i talk", "could i talk", "may i talk", "can i just speak", "can i just talk", "let me speak", "let me talk", "can i have a word", "could i have a word",
        .. from them in new[] { "her", "him", "them" }
           from get in new[] { "can i get {0}", "could i get {0}", "get {0} on the line", "get {0} on the phone", "put {0} on", "get {0} for me", "go get {0}", "grab {0}", "go and get {0}", "fetch {0}", "interrupt {0}", "disturb {0}", "page {0}", "go find {0}", "find {0} for me", "pull {0} out", "walk over to {0}" }
           select string.Format(null, get, them)]);

    /// <summary>What a caller may want to be given of the boss's.</summary>
    private static readonly HashSet<string> Private =
    [
        "number", "numbers", "cell", "cellphone", "mobile", "phone", "email", "mail", "address", "extension", "schedule", "calendar", "diary", "whereabouts", "line", "direct", "home", "private", "personal", "hotel",
        "flight", "itinerary", "assistant",
    ];

    private static readonly Phrases Wanting = new(
        "can i have", "could i have", "can i get", "could i get", "may i have", "might i have", "can i take", "could i take", "can you give me", "could you give me", "would you give me", "give me", "will you give me", "just give me", "do you have",
        "have you got", "you got", "i need", "i want", "id like", "i would like", "is there", "whats", "what is", "what was", "would you have", "can you send me", "could you send me", "can you share", "tell me");

    /// <summary>Where she may be, said as if it were known.</summary>
    private static readonly HashSet<string> Places =
    [
        "in", "out", "there", "here", "around", "about", "back", "busy", "available", "free", "away", "home", "at", "on", "off", "gone", "standing", "sitting", "hiding", "avoiding", "ignoring", "not", "just", "still", "definitely",
        "really", "probably", "obviously", "actually", "with", "right", "travelling", "traveling", "abroad", "screening", "dodging", "listening", "never", "always", "supposed", "even",
    ];

    private static readonly HashSet<string> Subordinating = ["when", "if", "whenever", "until", "till", "once", "after", "before", "because", "since", "as", "soon", "what", "that", "deal", "where", "who", "why", "how", "while"];

    /// <summary>True where a question about the boss begins.</summary>
    public static bool BeginAt(Utterance said, int at, Boss boss)
    {
        if (at >= said.Words.Count)
        {
            return false;
        }

        if (Connecting.At(said, at) > 0 || AsksWhose(said, at, boss) || AsksWith(said, at, boss) || AsksWhether(said, at, boss))
        {
            return true;
        }

        if (said.Words[at].Before != Break.Stop)
        {
            return false;
        }

        for (var skipped = 0; skipped < 4 && Openings.At(said, at) == 0 && AskBefore.At(said, at) is > 0 and var words; skipped++)
        {
            at += words;
        }

        return at < said.Words.Count && (AsksOfTheBoss(said, at, boss) || AsksUsToAct(said, at, boss) || Openings.At(said, at) > 0 || AsksWith(said, at, boss) || Supposes(said, at, boss) || NamesWhere(said, at, boss));
    }

    public static bool ForMyNameBegins(Utterance said, int at) => QuestionsToUs.ForMyNameAt(said, at) > 0;

    public static bool IfMachineBegins(Utterance said, int at) => QuestionsToUs.IfMachineAt(said, at);

    /// <summary>"Is she", "when will Ms. Miller", "which hotel is she": an auxiliary and the boss, in this order.</summary>
    private static bool AsksWith(Utterance said, int at, Boss boss)
    {
        var asking = Asking.At(said, at);
        var verb = at + asking;
        for (var i = 0; asking > 0 && i < 3 && verb < said.Words.Count && !Whether.Contains(said.Words[verb].Plain); i++)
        {
            verb++;
        }

        if (verb >= said.Words.Count || !Whether.Contains(said.Words[verb].Plain))
        {
            return false;
        }

        var subject = verb + 1;
        subject += subject < said.Words.Count && Between.Contains(said.Words[subject].Plain) ? 1 : 0;
        return boss.SubjectAt(said, subject) is > 0 and var named
            ? IsSubject(said, asking > 0, verb, subject, named) && !(asking == 0 && AsksForACall(said, verb, subject + named))
            : asking > 0 && AsksUsOfTheBoss(said, subject, boss);
    }

    /// <summary>"Will Miller" is a name, "will Margaret be back" a question, "have Ms. Miller call" neither.</summary>
    private static bool IsSubject(Utterance said, bool asking, int verb, int subject, int named) => (said.Words[verb].Plain, said.Words[subject].Plain) switch
    {
        ("do" or "have" or "had" or "were", var who) => asking || who == "they",
        ("will" or "wont" or "would" or "should" or "might", var who) when who is not ("she" or "he" or "they") =>
            asking || (subject + named < said.Words.Count && Becoming.Contains(said.Words[subject + named].Plain)),
        _ => true,
    };

    /// <summary>"Who's in the meeting with her", "how come she never picks up": an asking word and, later on, the boss.</summary>
    private static bool AsksOfTheBoss(Utterance said, int at, Boss boss)
    {
        var asking = HowCome.At(said, at) is > 0 and var how ? how
            : said.Words[at].Plain is "whos" or "whats" or "wheres" or "whens" or "whys" or "hows" ? 1
            : Asking.At(said, at) is > 0 and var words && at + words < said.Words.Count && Whether.Contains(said.Words[at + words].Plain) ? words
            : 0;
        for (var i = at + asking; asking > 0 && i < said.Words.Count && i < at + 12 && said.Words[i].Before != Break.Stop; i++)
        {
            if (boss.ObjectAt(said, i) > 0 || boss.WhoseAt(said, i) > 0 || Contracted.Contains(said.Words[i].Plain))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Can you see her", "could you check with her": whoever is to do it would tell where she is; but a message is to be taken.</summary>
    private static bool AsksUsToAct(Utterance said, int at, Boss boss)
    {
        if (said.Words[at].Plain is not ("can" or "could" or "will" or "would" or "cant" or "couldnt" or "wont") || !said.Has(["you"], at + 1))
        {
            return false;
        }

        var verb = at + 2;
        while (verb < said.Words.Count && said.Words[verb].Plain is "please" or "just" or "at" or "least" or "not" or "maybe" or "kindly" or "possibly")
        {
            verb++;
        }

        for (var i = verb + 1; verb < said.Words.Count && !Relaying.Contains(said.Words[verb].Plain) && i < said.Words.Count && i < verb + 4; i++)
        {
            if (boss.ObjectAt(said, i) > 0 || Contracted.Contains(said.Words[i].Plain))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Do you know when she's back", "can you at least tell me if Margaret's in".</summary>
    private static bool AsksWhether(Utterance said, int at, Boss boss)
    {
        if (AskingToBeTold.At(said, at) is not (> 0 and var told))
        {
            return false;
        }

        at += told;
        at += at < said.Words.Count && said.Words[at].Plain is "if" or "whether" ? 1 : Asking.At(said, at);
        return at < said.Words.Count && (boss.SubjectAt(said, at) > 0 || boss.WhoseAt(said, at) > 0 || Contracted.Contains(said.Words[at].Plain));
    }

    /// <summary>"Could she call me" asks for a call, not about her.</summary>
    private static bool AsksForACall(Utterance said, int verb, int at) =>
        MayPolitely.Contains(said.Words[verb].Plain) && at < said.Words.Count && Returns.Contains(said.Words[at].Plain);

    /// <summary>"What time do you expect her", "when do you reckon she'll ring".</summary>
    private static bool AsksUsOfTheBoss(Utterance said, int subject, Boss boss)
    {
        if (subject >= said.Words.Count || said.Words[subject].Plain is not ("you" or "i" or "we"))
        {
            return false;
        }

        for (var i = subject + 1; i < said.Words.Count && i < subject + 6 && said.Words[i].Before == Break.None; i++)
        {
            if (boss.ObjectAt(said, i) > 0 || Contracted.Contains(said.Words[i].Plain))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"What's her mobile", "can I have Margaret's cell number", "do you have another number for her".</summary>
    private static bool AsksWhose(Utterance said, int at, Boss boss)
    {
        if (Wanting.At(said, at) is not (> 0 and var wanting))
        {
            return false;
        }

        var (whose, what) = (false, false);
        for (var i = at + wanting; i < said.Words.Count && i < at + wanting + 8 && (i == at + wanting || said.Words[i].Before == Break.None); i++)
        {
            whose |= boss.WhoseAt(said, i) > 0 || (said.Words[i].Plain == "for" && boss.ObjectAt(said, i + 1) > 0);
            what |= Private.Contains(said.Words[i].Plain);
        }

        return whose && what;
    }

    /// <summary>"So she's not in", "she's there, isn't she?", "you mean she's out", "I bet she's standing next to you".</summary>
    private static bool Supposes(Utterance said, int at, Boss boss)
    {
        var lead = SupposingLeads.At(said, at);
        at += lead;
        if (at >= said.Words.Count || (at > 0 && lead == 0 && Subordinating.Contains(said.Words[at - 1].Plain)))
        {
            return false;
        }

        var to = said.Words[at].Plain is "shes" or "hes" or "theyre" ? at + 1
            : boss.SubjectAt(said, at) is > 0 and var subject && at + subject < said.Words.Count && said.Words[at + subject].Plain is "is" or "isnt" or "are" or "was" ? at + subject + 1
            : 0;
        return to > 0 && to < said.Words.Count && Places.Contains(said.Words[to].Plain) && !said.Has(["on", "the", "line"], to);
    }

    private static readonly Phrases SupposingLeads = new(
        "you mean", "you mean that", "i bet", "i bet that", "i suppose", "i take it", "i guess", "i assume", "i know", "i can hear", "i think", "im sure", "so you mean", "so", "then", "i thought", "i hear", "i heard", "are you telling me", "are you saying", "youre telling me", "youre saying", "you said", "dont tell me", "i can tell", "oh so", "so youre saying", "so youre telling me", "im guessing", "i imagine", "presumably", "obviously", "oh come on i know");

    /// <summary>"Margaret in?", "herself about?".</summary>
    private static bool NamesWhere(Utterance said, int at, Boss boss) =>
        boss.SubjectAt(said, at) is > 0 and var named
        && at + named < said.Words.Count
        && said.Words[at + named] is { Before: Break.None, Plain: "in" or "there" or "around" or "about" or "available" or "free" or "back" }
        && (at + named + 1 == said.Words.Count || said.Words[at + named + 1].Before != Break.None || said.Words[at + named + 1].Plain is "today" or "yet" or "now" or "at" or "please" or "by");
}
