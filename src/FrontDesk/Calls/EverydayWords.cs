using System.Collections.Frozen;

namespace FrontDesk.Calls;

/// <summary>Words of everyday speech, which tell a sentence from a name. What is also a name (Will, Mark, May, Grant, Joy, Long, An, Do) is not among them.</summary>
internal static class EverydayWords
{
    /// <summary>Never part of a name that was not introduced.</summary>
    private static readonly FrozenSet<string> All = Split("""
        i im ive id ill we weve were you youre youve youd youll your yours she shes shed shell they theyre theyve her hers him hes hed them their theirs us our ours my me mine myself
        yourself herself himself nobody noone none someone somebody anyone anybody everyone everybody something anything nothing everything
        this that these those thats thatll theres there it its itself itll is isnt are arent was wasnt werent am been being does doesnt did didnt done doing have havent has hasnt had hadnt
        having would wouldnt could couldnt should shouldnt might must cannot cant wont dont shall
        what whats when whens where wheres why how hows who whos whom whose which whatever whenever wherever whoever
        the about because since although though unless until while whether if than then not never neither nor ever always maybe perhaps probably actually really very quite rather too
        also else anyway honestly basically obviously hopefully unfortunately just already still yet only almost
        sorry pardon excuse um uh er erm hmm huh ah wow ow ouch shh yeah yep yup nope nah mmm mhm hm ugh argh aha okay ok hey goodbye bye whoa gosh damn god dude darling honey sweetie sweetheart babe pal guys testing inaudible silence
        need needs needed want wants wanted wanna gonna gotta get gets got getting give gave given goes going gone coming came takes took taken taking make makes made making know knows knew known
        think thinks thought says said saying tell tells told telling ask asks asked asking try tries tried trying using used find found put puts lets left leaving left saw seen hear
        hears heard hearing talk talks talked talking speak speaks spoke listen listening calls phoned send sends sent sending looking waiting waited holding hang repeat
        understand remember forgot matters mean means meant wonder wondering works worked working happen happened follow followed connect connected transfer transferred schedule
        discuss discussing explain reached reaching returning returned believe breaking driving watching calling leave please press pressed
        message messages voicemail appointment meeting name question problem thing things business details information minute minutes second seconds sec moment phone telephone
        line lines news weather representative comment idea reason luck robot machine recording operator beep interview interviews listing hospital emergency kids quiet down siri alexa google stop mommy daddy coffee coffees lattes dinner lunch breakfast pizza door window kitchen bathroom tv radio volume traffic airport flight platform passengers temperature degrees yards percent dollars euros
        urgent important busy available ready wrong afraid able fine great same different another other others alright private personal confidential ridiculous possible impossible
        ago away back again soon today tomorrow yesterday tonight oclock
        """);

    /// <summary>Words of everyday speech that are names as well: a name by themselves, or after a name's first word.</summary>
    private static readonly FrozenSet<string> Soft = Split("hope call wait hold guess agent human day good rest read little new old bell ring number numbers");

    /// <summary>Alone, these are an answer of another kind.</summary>
    private static readonly FrozenSet<string> NotAlone = Split("call wait hold guess agent human person good read new old ring music one number numbers");

    /// <summary>What follows "it's", "I'm" and "this is" when it is no name.</summary>
    private static readonly FrozenSet<string> Descriptions = Split("""
        a an for from with at to on in out of by as and but so no yes one two three
        terrible bad good lovely nice wonderful awful complicated difficult easy hard late early free glad happy pleased sad upset angry annoyed tired sick well better worse home here alone
        lost stuck interested aware true critical serious crucial essential vital pressing imperative necessary cold hot noisy loud quiet unbelievable crazy strange weird funny frustrated
        supposed allowed expected expecting time regarding concerning re curious worried keen willing delighted honored honoured grateful sure certain confused furious sitting standing
        running ringing phoning wondering hoping writing checking following replying responding hiring applying available currently presently simply merely nearly around between over under
        off up down past near behind inside outside through across during before after
        rather far broken closed closing open opening outrageous noon midnight morning afternoon evening night monday tuesday thursday friday saturday sunday
        his hers mine ours theirs yours anytime asap later sometime hungry thirsty bored scared excited surprised shocked disappointed impressed concerned married divorced serious kidding joking starving exhausted
        retired unemployed freezing boiling dark light empty full finished ready gone missing different similar fantastic amazing brilliant perfect excellent absolutely totally completely super incredibly
        reaching attempting supposedly half quarter past due overdue unable hereby truly obviously certainly definitely probably raining snowing pouring working
        """);

    private static readonly FrozenSet<string> Kin = Split("""
        husband wife mother father mom mum mama dad daddy papa sister brother son daughter aunt auntie uncle cousin niece nephew grandmother grandfather grandma grandpa granny lawyer attorney
        solicitor agent accountant doctor dentist neighbor neighbour friend landlord landlady publicist manager broker nanny driver trainer partner assistant secretary architect decorator
        hairdresser stylist tailor contractor plumber vet banker therapist
        """);

    public static bool Contains(string plain) => All.Contains(plain);

    public static bool IsSoft(string plain) => Soft.Contains(plain);

    public static bool IsNotAlone(string plain) => NotAlone.Contains(plain);

    public static bool Describes(string plain) => Descriptions.Contains(plain) || All.Contains(plain);

    public static bool IsKin(string plain) => Kin.Contains(plain);

    private static FrozenSet<string> Split(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
